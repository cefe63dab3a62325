package io.trunkline.launcher.text;

import io.trunkline.engine.model.Exchange;
import java.time.ZoneId;

/** The time zone in which each exchange's people read its clock. */
public final class Zones {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private Zones() {}

    /** The zone of an exchange; this machine's for what is no market, UTC for what is in many places. */
    public static ZoneId of(Exchange exchange) {
        return switch (exchange) {
            case CFFEX, SHFE, CZCE, DCE, INE, GFEX, SSE, SZSE, BSE, SHHK, SZHK, SGE, WXE, CFETS, XBOND -> SHANGHAI;
            case SEHK, HKFE -> ZoneId.of("Asia/Hong_Kong");
            case NYSE, NASDAQ, ARCA, EDGEA, ISLAND, BATS, IEX, AMEX, NYMEX, COMEX, APEX -> NEW_YORK;
            case TSE, TOCOM -> ZoneId.of("Asia/Tokyo");
            case CME, GLOBEX, CBOT, CBOE, CFE -> ZoneId.of("America/Chicago");
            case ICE, LME -> ZoneId.of("Europe/London");
            case EUREX, EUNX -> ZoneId.of("Europe/Berlin");
            case SGX -> ZoneId.of("Asia/Singapore");
            case BMD -> ZoneId.of("Asia/Kuala_Lumpur");
            case KRX -> ZoneId.of("Asia/Seoul");
            case DME -> ZoneId.of("Asia/Dubai");
            case SMART, IDEALPRO, OTC, IBKRATS, GLOBAL -> ZoneId.of("UTC");
            case LOCAL -> here();
        };
    }

    /** This machine's zone. */
    public static ZoneId here() {
        return ZoneId.systemDefault();
    }
}

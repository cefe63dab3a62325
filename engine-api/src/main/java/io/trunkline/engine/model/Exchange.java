package io.trunkline.engine.model;

import java.util.HashMap;
import java.util.Map;

/** A market. Its {@link #text()} is what follows the last dot of an instrument id. */
public enum Exchange {
    // mainland China and Hong Kong through it
    CFFEX, SHFE, CZCE, DCE, INE, GFEX, SSE, SZSE, BSE, SHHK, SZHK, SGE, WXE, CFETS, XBOND,
    // elsewhere
    SMART, NYSE, NASDAQ, ARCA, EDGEA, ISLAND, BATS, IEX, AMEX, TSE, NYMEX, COMEX, GLOBEX, IDEALPRO, CME, ICE, SEHK,
    HKFE, SGX, CBOT, CBOE, CFE, DME, EUREX("EUX"), APEX, LME, BMD, TOCOM, EUNX, KRX, OTC, IBKRATS,
    // not a market: made on this machine, or of no particular place
    LOCAL, GLOBAL;

    private static final Map<String, Exchange> BY_TEXT = new HashMap<>();

    static {
        for (Exchange exchange : values()) BY_TEXT.put(exchange.text, exchange);
    }

    private final String text;

    Exchange() {
        this.text = name();
    }

    Exchange(String text) {
        this.text = text;
    }

    /** The form used in ids; equal to the name, but for {@code EUREX}, which is {@code EUX}. */
    public String text() {
        return text;
    }

    /** Whether a close order on this market must say which day's position it closes (SHFE and INE). */
    public boolean splitsCloseByDay() {
        return this == SHFE || this == INE;
    }

    /**
     * The exchange of a text form.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Exchange parse(String text) {
        Exchange exchange = BY_TEXT.get(text);
        if (exchange == null) throw new IllegalArgumentException("unknown exchange: " + text);
        return exchange;
    }
}

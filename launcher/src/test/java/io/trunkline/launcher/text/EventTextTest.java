package io.trunkline.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.AppEvent;
import io.trunkline.engine.model.Conflated;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.TimerEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class EventTextTest {

    @Test
    void tellsTicksAtTheExchangesClock() {
        assertThat(EventText.line(Samples.tick())).isEqualTo("tick     09:00:00.500 AP010.CZCE last 2@6840 bid 57@6838"
                + " ask 10@6840.5 volume 698 open-interest 142836 RPC.SIM");
    }

    @Test
    void tellsOrdersAndWhyTheyEnded() {
        assertThat(EventText.line(Samples.order("no funds")))
                .isEqualTo("order    09:00:00.500 AP010.CZCE RPC.SIM.7 LONG OPEN"
                + " LIMIT 2@6840 traded 1 PARTTRADED no funds");
    }

    @Test
    void tellsOrdersThatHaveNoTimeYet() {
        assertThat(EventText.line(Samples.order("").toBuilder().time(null).build()))
                .startsWith("order    - AP010.CZCE");
    }

    @Test
    void tellsTrades() {
        assertThat(EventText.line(Samples.trade("alpha"))).isEqualTo(
                "trade    09:00:00.500 AP010.CZCE RPC.SIM.t1 LONG OPEN 1@6840 of RPC.SIM.7 reference alpha");
    }

    @Test
    void tellsQuotes() {
        Quote quote = Quote.builder().id(Id.parse("RPC.SIM.q1")).gateway("RPC.SIM").instrument(Samples.APPLE)
                .bidPrice(1).bidVolume(2).askPrice(3).askVolume(4).owner("bob").build();

        assertThat(EventText.line(quote)).isEqualTo(
                "quote    - AP010.CZCE RPC.SIM.q1 bid NONE 2@1 ask NONE 4@3 SUBMITTING owner bob");
    }

    @Test
    void tellsPositionsAccountsAndContracts() {
        assertThat(EventText.line(new Position("RPC.SIM", Samples.APPLE, Direction.SHORT, 3, 1, 6840.5, -20, 2)))
                .isEqualTo("position - AP010.CZCE SHORT 3 yesterday 2 frozen 1 price 6840.5 pnl -20 RPC.SIM");
        assertThat(EventText.line(Account.of("RPC.SIM", "main", 100, 30))).isEqualTo(
                "account  - RPC.SIM.main balance 100 frozen 30 available 70");
        assertThat(EventText.line(Contract.builder().gateway("RPC.SIM").instrument(Samples.APPLE).name("苹果")
                .product(Product.FUTURES).size(10).priceTick(1).build())).isEqualTo(
                "contract - AP010.CZCE FUTURES 苹果 size 10 tick 1 RPC.SIM");
    }

    @Test
    void tellsStatesResyncsAndConflation() {
        assertThat(EventText.line(new GatewayStatus("RPC", GatewayState.LIVE, "", Instant.EPOCH)))
                .startsWith("state    ").endsWith(" RPC LIVE");
        assertThat(EventText.line(
                new Resync("RPC", Map.of(RecordKind.ORDER, Set.of(Id.parse("RPC.1"))), Instant.EPOCH)))
                .startsWith("resync   ").endsWith(" RPC removed 1");
        assertThat(EventText.line(new Conflated("", 5))).isEqualTo("conflated here 5 ticks left out");
        assertThat(EventText.line(new TimerEvent(3, Instant.EPOCH))).isEqualTo("timer    3");
    }

    @Test
    void tellsEventsOfApps() {
        AppEvent event = new AppEvent() {
            @Override
            public String kind() {
                return "alarm";
            }

            @Override
            public String toString() {
                return "too\nhot";
            }
        };

        assertThat(EventText.line(event)).isEqualTo("app      alarm too\\nhot");
        assertThat(EventJson.line(event)).isEqualTo("{\"event\":\"app\",\"kind\":\"alarm\",\"text\":\"too\\nhot\"}");
    }

    @Test
    void staysOnOneLineWhateverTheTextsAre() {
        assertThat(EventText.line(new LogEntry("SIM", LogLevel.INFO, Samples.HOSTILE, Instant.EPOCH)))
                .endsWith("INFO SIM a\\r\\nb\\u001b[2J\"c\",苹果\\u202e");
        assertThat(EventText.line(Samples.order(Samples.HOSTILE))).doesNotContain("\n", "\r", "\u001b");
    }

    @Test
    void leavesOutFiguresThatAreNone() {
        Tick tick = Samples.tick().toBuilder().lastPrice(Double.NaN).build();

        assertThat(EventText.line(tick)).contains("last 2@ bid");
    }
}

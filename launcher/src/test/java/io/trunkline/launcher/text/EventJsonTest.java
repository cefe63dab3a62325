package io.trunkline.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Conflated;
import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class EventJsonTest {

    @Test
    void namesTheKindAndTellsEverythingInUtc() {
        assertThat(EventJson.line(Samples.trade("alpha"))).isEqualTo("{\"event\":\"trade\",\"id\":\"RPC.SIM.t1\","
                + "\"orderId\":\"RPC.SIM.7\",\"instrument\":\"AP010.CZCE\",\"direction\":\"LONG\",\"offset\":\"OPEN\","
                + "\"price\":6840,\"volume\":1,\"time\":\"2020-08-10T01:00:00.500Z\",\"reference\":\"alpha\","
                + "\"owner\":\"\",\"clientKey\":\"\",\"gateway\":\"RPC.SIM\"}");
    }

    @Test
    void givesTheLevelsThatThereAre() {
        String one = EventJson.line(Samples.tick());
        String two = EventJson.line(Samples.tick().toBuilder().depth(Depth.ofLevels(5, 1, 6, 2, 4, 3, 7, 0)).build());

        assertThat(one).contains("\"bidPrice1\":6838").doesNotContain("bidPrice2");
        assertThat(two).contains("\"bidPrice2\":4,\"bidVolume2\":3,\"askPrice2\":7,\"askVolume2\":0")
                .doesNotContain("bidPrice3");
    }

    @Test
    void hasNoNumbersThatAreNone() {
        assertThat(EventJson.line(Samples.tick().toBuilder().turnover(Double.NaN).build()))
                .doesNotContain("turnover", "NaN");
    }

    @Test
    void staysOnOneLineWhateverTheTextsAre() {
        assertThat(EventJson.line(new LogEntry("SIM", LogLevel.INFO, Samples.HOSTILE, Instant.EPOCH)))
                .isEqualTo("{\"event\":\"log\",\"time\":\"1970-01-01T00:00:00Z\",\"level\":\"INFO\","
                        + "\"gateway\":\"SIM\",\"message\":\"a\\r\\nb\\u001b[2J\\\"c\\\",苹果\\u202e\"}");
    }

    @Test
    void tellsStatesAndConflation() {
        assertThat(EventJson.line(new GatewayStatus("RPC", GatewayState.DOWN, "why", Instant.EPOCH))).isEqualTo(
                "{\"event\":\"state\",\"gateway\":\"RPC\",\"state\":\"DOWN\","
                        + "\"time\":\"1970-01-01T00:00:00Z\",\"detail\":\"why\"}");
        assertThat(EventJson.line(new Conflated("RPC", 5)))
                .isEqualTo("{\"event\":\"conflated\",\"gateway\":\"RPC\",\"ticks\":5}");
    }
}

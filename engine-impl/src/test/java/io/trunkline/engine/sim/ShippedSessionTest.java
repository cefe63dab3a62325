package io.trunkline.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.plugin.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All 22,754 rows of the shipped session through the real gateway, against a plain reading of the files. */
@Timeout(60)
class ShippedSessionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:30:00.123Z");
    private static final RecordingSink SINK = new RecordingSink();
    private static SimGateway gateway;
    private static List<Tick> ticks;

    @BeforeAll
    static void replayAll() throws Exception {
        gateway = new SimGateway(GatewayContext.of("SIM", SINK, InstantSource.fixed(NOW)));
        long start = System.nanoTime();
        gateway.connect(Settings.parse(SimSettings.DESCRIPTORS, Map.of("speed", "max")));
        SINK.awaitLog("the recording is over");
        System.err.println("MS " + (System.nanoTime() - start) / 1e6);
        ticks = SINK.of(Tick.class);
    }

    @AfterAll
    static void close() {
        gateway.close();
    }

    @Test
    void publishesEveryRowButTheTwoOfTheEveningBeforeExactlyOnce() {
        assertThat(ticks).hasSize(22_752);

        assertThat(ticks).allMatch(tick -> tick.depth().levels() == 1);
    }
}

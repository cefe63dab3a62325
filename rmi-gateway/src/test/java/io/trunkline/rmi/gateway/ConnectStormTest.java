package io.trunkline.rmi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(400)
class ConnectStormTest {

    private static final int CONNECTS = Length.of(100, 1_000);

    @Test
    void connectsWhileTradingLoseDoubleAndInventNothing() throws InterruptedException {
        long seed = new Random().nextLong();
        try (Rig rig = new Rig()) {
            MainEngine server = rig.engine();
            server.addGateway(new FakeGateway.Provider("CTP"), "CTP");
            server.connect("CTP", Map.of());
            server.addApp("RpcService");
            server.start("RpcService", Map.of("port", "0"));

            ConnectStorm.Counts counts = new ConnectStorm(server, Rig.address(server), seed).run(CONNECTS, 20);

            System.out.println(counts);
            assertThat(counts.faults()).as(counts + ", seed " + seed).isZero();
            assertThat(counts.connects()).isEqualTo(CONNECTS);
            assertThat(counts.compared()).isGreaterThan(CONNECTS * 100L);
            assertThat(counts.ticks()).isPositive();
        }
    }
}

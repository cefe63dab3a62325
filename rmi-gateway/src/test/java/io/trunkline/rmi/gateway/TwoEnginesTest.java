package io.trunkline.rmi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TwoEnginesTest {

    private static final InstrumentId APPLE = InstrumentId.parse("AP010.CZCE");

    @Test
    void aTickAndAnOrderCrossBetweenTwoEngines() throws Exception {
        try (MainEngine server = MainEngine.create(); MainEngine client = MainEngine.create()) {
            server.addGateway("SIM");
            server.addApp("RpcService");
            server.start("RpcService", Map.of("port", "0"));
            server.connect("SIM", Map.of("speed", "600"));
            assertThat(server.awaitState("SIM", GatewayState.LIVE, Duration.ofSeconds(10))).isTrue();

            CountDownLatch tick = new CountDownLatch(1);
            client.events().on(Tick.class, APPLE, event -> tick.countDown());
            CountDownLatch order = new CountDownLatch(1);
            client.events().on(Order.class, event -> order.countDown());
            client.addGateway("RPC");
            client.connect("RPC", Map.of("address", server.app("RpcService").orElseThrow().status()));
            assertThat(client.awaitState("RPC", GatewayState.LIVE, Duration.ofSeconds(10))).isTrue();
            assertThat(client.subscribe(new SubscribeRequest("RPC", APPLE)).isAccepted()).isTrue();
            assertThat(tick.await(10, TimeUnit.SECONDS)).isTrue();

            Outcome outcome = client.sendOrder(OrderRequest.limit("RPC", APPLE, Direction.LONG, Offset.OPEN, 1, 6800));

            assertThat(outcome.acceptedId()).isPresent();
            assertThat(order.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}

package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** A stream that is complete as soon as it can be. */
@Timeout(60)
class QuickStreamTest {

    @RepeatedTest(20)
    void aRequestAsSoonAsTheGatewayIsLiveReachesTheSession() throws Exception {
        try (Rig rig = new Rig(); FakeService service = new FakeService()) {
            MainEngine client = rig.engine();
            CompletableFuture<Outcome> outcome = new CompletableFuture<>();
            client.events().on(GatewayStatus.class, status -> {
                Gateway gateway = client.gateway("RPC").orElseThrow();
                if (status.state() == GatewayState.LIVE) {
                    outcome.completeAsync(() -> gateway.sendOrder(Samples.buy("RPC.CTP", RB)));
                }
            });
            Rig.connect(client, service.address());
            service.line().sync(10);

            assertThat(outcome.get(20, TimeUnit.SECONDS)).as("the fake session's empty answer")
                    .isInstanceOf(Outcome.InDoubt.class);
        }
    }
}

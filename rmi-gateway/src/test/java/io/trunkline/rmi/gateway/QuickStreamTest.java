package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stream that is there before the reply to the session's opening. */
@Timeout(60)
class QuickStreamTest {

    @Test
    void aRequestAsSoonAsTheGatewayIsLiveReachesTheSession() throws Exception {
        try (Rig rig = new Rig(); FakeService service = new FakeService()) {
            CountDownLatch reply = new CountDownLatch(1);
            service.holdReply = reply;
            MainEngine client = rig.engine();
            Rig.connect(client, service.address());
            service.line().sync(10);
            Rig.awaitLive(client);
            Gateway gateway = client.gateway("RPC").orElseThrow();

            CompletableFuture<Outcome> outcome =
                    CompletableFuture.supplyAsync(() -> gateway.sendOrder(Samples.buy("RPC.CTP", RB)));

            assertThatThrownBy(() -> outcome.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            reply.countDown();
            assertThat(outcome.get(20, TimeUnit.SECONDS)).as("the fake session's empty answer")
                    .isInstanceOf(Outcome.InDoubt.class);
        }
    }
}

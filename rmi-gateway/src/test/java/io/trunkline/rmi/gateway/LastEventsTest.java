package io.trunkline.rmi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Trade;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What clients still hear of a server that closes. */
@Timeout(60)
class LastEventsTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void whatGatewaysSayWhileTheyCloseReachesTheClientsBeforeTheirSessionsEnd() {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        MainEngine client = rig.client(server);
        Recorder recorder = Recorder.of(client);
        int trades = 5000;
        ctp.onClose = () -> {
            for (int i = 0; i < trades; i++) {
                ctp.publish(Samples.trade("CTP", "t" + i, "1"));
            }
            ctp.publish(Samples.order("CTP", "1", Status.CANCELLED, 0));
        };

        server.close();

        recorder.await(GatewayStatus.class, status -> status.gateway().equals("RPC")
                && status.detail().equals("the service stops"));
        assertThat(recorder.of(Trade.class)).hasSize(trades);
        assertThat(client.orders()).hasSize(1);
        assertThat(recorder.of(GatewayStatus.class)).filteredOn(status -> status.gateway().equals("RPC.CTP"))
                .first().satisfies(status -> {
                    assertThat(status.state()).isEqualTo(GatewayState.DOWN);
                    assertThat(status.detail()).isEqualTo("closed");
                });
        assertThat(Rig.count(client, "gaps") + Rig.count(client, "lost")).isZero();
    }
}

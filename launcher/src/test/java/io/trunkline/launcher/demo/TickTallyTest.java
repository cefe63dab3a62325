package io.trunkline.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Tick;
import io.trunkline.launcher.text.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class TickTallyTest {

    private final Tick atClient = Samples.tick();
    private final Tick atServer = atClient.toBuilder().gateway("SIM").build();
    private final TickTally server = new TickTally(false);
    private final TickTally client = new TickTally(true);

    @Test
    void isTheSameOnBothSidesForTheSameTicks() {
        server.add(atServer);
        client.add(atClient);

        assertThat(client.status()).isEqualTo(server.status()).contains("ticks 1", "price:AP010.CZCE 6840.0");
    }

    @Test
    void differsIfTheOrderDoes() {
        Tick other = atServer.toBuilder().lastPrice(1).build();
        server.add(atServer);
        server.add(other);
        client.add(other);
        client.add(atClient);

        assertThat(client.status().get(0)).isEqualTo(server.status().get(0));
        assertThat(client.status().get(1)).startsWith("checksum ").isNotEqualTo(server.status().get(1));
    }
}

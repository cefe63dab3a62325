package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.GatewayState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class GatewayWatchTest {

    private final FakeEngine engine = new FakeEngine();
    private final GatewayWatch watch = GatewayWatch.of(engine.engine(), "RPC");

    @Test
    void followsAGatewayToItsEnd() throws InterruptedException {
        assertThat(progress()).isEqualTo(GatewayWatch.Progress.SILENT);
        engine.state("RPC", GatewayState.CONNECTING, "");
        assertThat(progress()).isEqualTo(GatewayWatch.Progress.SILENT);
        engine.state("RPC", GatewayState.SYNCING, "");
        assertThat(progress()).isEqualTo(GatewayWatch.Progress.ANSWERED);
        engine.state("RPC", GatewayState.LIVE, "");
        assertThat(progress()).isEqualTo(GatewayWatch.Progress.LIVE);
        engine.state("RPC", GatewayState.DOWN, "why");
        assertThat(progress()).isEqualTo(GatewayWatch.Progress.DOWN);
        assertThat(watch.detail()).isEqualTo("why");
    }

    @Test
    void takesDownBeforeTheConnectForWhatItIs() throws InterruptedException {
        engine.state("RPC", GatewayState.DOWN, "");

        assertThat(progress()).isEqualTo(GatewayWatch.Progress.SILENT);
    }

    @Test
    void looksAtItsOwnGatewayOnly() throws InterruptedException {
        engine.state("RPC.SIM", GatewayState.LIVE, "");

        assertThat(progress()).isEqualTo(GatewayWatch.Progress.SILENT);
    }

    @Test
    void hearsNothingAfterItsEnd() throws InterruptedException {
        watch.close();
        engine.state("RPC", GatewayState.LIVE, "");

        assertThat(progress()).isEqualTo(GatewayWatch.Progress.SILENT);
    }

    private GatewayWatch.Progress progress() throws InterruptedException {
        return watch.await(GatewayWatch.Progress.DOWN, Duration.ZERO);
    }
}

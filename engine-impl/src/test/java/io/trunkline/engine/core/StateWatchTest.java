package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.NOON;
import static io.trunkline.engine.core.Fixtures.until;
import static io.trunkline.engine.model.GatewayState.CONNECTING;
import static io.trunkline.engine.model.GatewayState.DOWN;
import static io.trunkline.engine.model.GatewayState.LIVE;
import static io.trunkline.engine.model.GatewayState.SYNCING;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StateWatchTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final StateWatch watch = new StateWatch();
    private final AtomicReference<Boolean> result = new AtomicReference<>();

    private void report(String gateway, GatewayState... states) {
        for (GatewayState state : states) watch.onStatus(new GatewayStatus(gateway, state, "", NOON));
    }

    private Thread waitFor(GatewayState state) {
        Thread thread = new Thread(() -> {
            try {
                result.set(watch.await("SIM", state, LONG));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return thread;
    }

    @Test
    void knowsAStateThatWasReported() throws InterruptedException {
        report("SIM", CONNECTING, LIVE);

        assertThat(watch.await("SIM", LIVE, Duration.ZERO)).isTrue();
        assertThat(watch.await("SIM", SYNCING, Duration.ZERO)).isFalse();
        assertThat(watch.await("OTHER", LIVE, Duration.ZERO)).isFalse();
    }

    @Test
    void wakesWhenTheStateComes() throws InterruptedException {
        Thread thread = waitFor(LIVE);
        report("OTHER", LIVE);
        report("SIM", CONNECTING, SYNCING, LIVE, CONNECTING);
        thread.join();

        assertThat(result).as("seen, though it has passed").hasValue(true);
    }

    @Test
    void givesUpWhenItGoesDown() throws InterruptedException {
        Thread thread = waitFor(LIVE);
        report("SIM", CONNECTING, DOWN);
        thread.join();

        assertThat(result).hasValue(false);
    }

    @Test
    void givesUpAtOnceIfItWentDownSinceItWasTold() throws InterruptedException {
        watch.onConnect("SIM");
        report("SIM", CONNECTING, DOWN);

        assertThat(watch.await("SIM", LIVE, LONG)).isFalse();
    }

    @Test
    void waitsThoughItIsDownFromTheTimeBefore() throws InterruptedException {
        report("SIM", CONNECTING, DOWN);
        watch.onConnect("SIM");

        Thread thread = waitFor(LIVE);
        report("SIM", LIVE);
        thread.join();

        assertThat(result).hasValue(true);
    }

    @Test
    void letsEverybodyGoWhenItCloses() throws InterruptedException {
        Thread thread = waitFor(LIVE);

        watch.close();
        thread.join();

        assertThat(result).hasValue(false);
        assertThat(watch.await("SIM", LIVE, LONG)).isFalse();
    }
}

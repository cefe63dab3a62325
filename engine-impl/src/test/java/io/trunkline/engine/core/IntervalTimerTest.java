package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.TimerEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IntervalTimerTest {

    private static final long START = 1_000;

    private final IntervalTimer timer = new IntervalTimer(Duration.ofNanos(100), () -> NOON, START);

    @Test
    void firesAtTheEndOfEachInterval() {
        assertThat(timer.due(START + 99)).isNull();
        assertThat(timer.due(START + 100)).isEqualTo(new TimerEvent(1, NOON));
        assertThat(timer.due(START + 101)).isNull();
        assertThat(timer.due(START + 200)).isEqualTo(new TimerEvent(2, NOON));
    }

    @Test
    void doesNotDriftWhenFiredLate() {
        timer.due(START + 130);

        assertThat(timer.remaining(START + 130)).isEqualTo(70);
    }

    @Test
    void firesOnceForAllThatWasMissed() {
        assertThat(timer.due(START + 1_050)).isEqualTo(new TimerEvent(1, NOON));
        assertThat(timer.due(START + 1_099)).isNull();
        assertThat(timer.due(START + 1_100)).isEqualTo(new TimerEvent(2, NOON));
    }
}

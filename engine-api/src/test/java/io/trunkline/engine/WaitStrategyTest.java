package io.trunkline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class WaitStrategyTest {

    private static final long DAY = Duration.ofDays(1).toNanos();

    @Test
    void parkSleepsAtOnce() {
        assertThat(WaitStrategy.PARK.pause(0)).isFalse();
    }

    @Test
    void yieldSleepsOnceTwoMillisecondsAreOver() {
        assertThat(WaitStrategy.YIELD.pause(0)).isTrue();
        assertThat(WaitStrategy.YIELD.pause(1_999_999)).isTrue();
        assertThat(WaitStrategy.YIELD.pause(2_000_000)).isFalse();
        assertThat(WaitStrategy.YIELD.pause(DAY)).isFalse();
    }

    @Test
    void spinNeverSleeps() {
        assertThat(WaitStrategy.SPIN.pause(0)).isTrue();
        assertThat(WaitStrategy.SPIN.pause(DAY)).isTrue();
    }
}

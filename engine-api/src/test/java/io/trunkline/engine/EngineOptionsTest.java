package io.trunkline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class EngineOptionsTest {

    private static final EngineOptions DEFAULTS = EngineOptions.DEFAULTS;

    @Test
    void writeNothingUnlessAHomeIsGiven() {
        assertThat(DEFAULTS.home()).isEmpty();
        assertThat(DEFAULTS.plugins()).isEmpty();
        assertThat(DEFAULTS.timerInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(DEFAULTS.unsubscribeDelay()).isEqualTo(Duration.ofSeconds(30));
        assertThat(DEFAULTS.closeTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(DEFAULTS.waitStrategy()).isSameAs(WaitStrategy.PARK);
    }

    @Test
    void replaceOneThingEach() {
        Path home = Path.of("home");
        InstantSource clock = InstantSource.fixed(Instant.EPOCH);
        ClassLoader loader = getClass().getClassLoader();

        EngineOptions all = DEFAULTS.withHome(home).withClock(clock).withPlugins(loader)
                .withTimerInterval(Duration.ofMillis(1)).withUnsubscribeDelay(Duration.ZERO)
                .withCloseTimeout(Duration.ofMillis(3)).withWaitStrategy(WaitStrategy.SPIN);

        assertThat(all.home()).contains(home);
        assertThat(all.clock()).isSameAs(clock);
        assertThat(all.plugins()).containsSame(loader);
        assertThat(all.timerInterval()).isEqualTo(Duration.ofMillis(1));
        assertThat(all.unsubscribeDelay()).isZero();
        assertThat(all.closeTimeout()).isEqualTo(Duration.ofMillis(3));
        assertThat(all.waitStrategy()).isSameAs(WaitStrategy.SPIN);
        assertThat(all.withHome(home).withClock(clock).withPlugins(loader).withTimerInterval(Duration.ofMillis(1))
                .withUnsubscribeDelay(Duration.ZERO).withCloseTimeout(Duration.ofMillis(3))).isEqualTo(all);
        assertThat(DEFAULTS.home()).isEmpty();
    }

    @Test
    void refuseTimesThatCanNotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withTimerInterval(Duration.ZERO))
                .withMessageContaining("timerInterval").withMessageContaining("PT0S");
        assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withTimerInterval(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withUnsubscribeDelay(Duration.ofSeconds(-1)))
                .withMessageContaining("unsubscribeDelay");
        assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withCloseTimeout(Duration.ofSeconds(-1)))
                .withMessageContaining("closeTimeout");
    }

    @Test
    void refuseNull() {
        assertThatNullPointerException().isThrownBy(() -> DEFAULTS.withHome(null));
        assertThatNullPointerException().isThrownBy(() -> DEFAULTS.withClock(null)).withMessage("clock");
        assertThatNullPointerException().isThrownBy(() -> DEFAULTS.withPlugins(null));
        assertThatNullPointerException().isThrownBy(() -> DEFAULTS.withTimerInterval(null));
        assertThatNullPointerException().isThrownBy(() -> DEFAULTS.withWaitStrategy(null)).withMessage("waitStrategy");
        assertThatNullPointerException().isThrownBy(() -> MainEngine.create((EngineOptions) null));
    }
}

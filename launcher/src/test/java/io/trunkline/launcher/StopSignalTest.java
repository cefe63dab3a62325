package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class StopSignalTest {

    private final StopSignal signal = StopSignal.install();

    @AfterEach
    void close() {
        signal.close();
    }

    @Test
    void waitsUntilTheTimeIsOver() throws InterruptedException {
        assertThat(signal.await(Duration.ofMillis(1))).isFalse();
        assertThat(signal.isStopped()).isFalse();
        assertThat(signal.exitCode()).isZero();
    }

    @Test
    void keepsTheFirstFailure() throws InterruptedException {
        signal.fail("first");
        signal.fail("second");

        signal.await();
        assertThat(signal.isStopped()).isTrue();
        assertThatThrownBy(signal::exitCode).isInstanceOf(CommandException.class).hasMessage("first");
    }

    @Test
    void aUserWhoEndsTheCommandIsNoFailure() throws InterruptedException {
        signal.end();

        signal.await();
        assertThat(signal.exitCode()).isZero();
    }

    @Test
    void mayBeClosedTwice() {
        signal.close();
        signal.close();

        assertThat(signal.isStopped()).isFalse();
    }
}

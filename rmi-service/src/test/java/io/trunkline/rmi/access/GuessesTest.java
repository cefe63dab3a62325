package io.trunkline.rmi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private long now = 1;
    private final Guesses guesses = new Guesses(() -> now);

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) guesses.failed(address);
    }

    @Test
    void fiveFailuresAreFreeThenTheWaitDoublesUpToAMinute() {
        fail("a", 5);
        assertThat(guesses.wait("a")).isZero();
        fail("a", 1);
        assertThat(guesses.wait("a")).isEqualTo(Duration.ofSeconds(1));
        fail("a", 1);
        assertThat(guesses.wait("a")).isEqualTo(Duration.ofSeconds(2));
        fail("a", 100);
        assertThat(guesses.wait("a")).isEqualTo(Duration.ofMinutes(1));
        assertThat(guesses.wait("b")).isZero();
    }

    @Test
    void waitingIsOverAfterItsTimeAndALogInForgetsTheFailures() {
        fail("a", 6);
        now += Duration.ofSeconds(1).toNanos();
        assertThat(guesses.wait("a")).isZero();
        guesses.succeeded("a");
        fail("a", 5);
        assertThat(guesses.wait("a")).isZero();
    }

    @Test
    void addressesWithoutEndTakeNoMemoryWithoutEnd() {
        for (int i = 0; i < 10_000; i++) fail("address " + i, 1);
        fail("address 9999", 5);
        assertThat(guesses.wait("address 9999")).isPositive();
        assertThat(guesses.addresses()).isLessThanOrEqualTo(4096);
    }
}

package io.trunkline.rmi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerClockTest {

    private static final long AHEAD = 3_600_000_000_000L; // of the server's clock
    private static final long START = 5_000_000_000L;

    private final ServerClock clock = new ServerClock();

    private void beat(long start, long there, long back) {
        clock.note(start, start + there + AHEAD, start + there + back);
    }

    @Test
    void nothingIsKnownBeforeTheFirstAnswer() {
        assertThat(clock.isKnown()).isFalse();
        assertThat(clock.error(START)).isZero();
    }

    @Test
    void theErrorIsHalfOfTheRoundTripAtMost() {
        beat(START, 300_000, 100_000);

        assertThat(clock.isKnown()).isTrue();
        assertThat(clock.error(START + 400_000)).isEqualTo(200_000);
        assertThat(clock.toOwn(START + AHEAD) - START).isEqualTo(-100_000);
    }

    @Test
    void theShortestRoundTripCounts() {
        beat(START, 300_000, 100_000);
        beat(START + 1_000_000, 20_000, 20_000);
        beat(START + 2_000_000, 900_000, 0);

        assertThat(clock.toOwn(START + AHEAD)).isEqualTo(START);
        assertThat(clock.error(START + 1_040_000)).isEqualTo(20_000);
    }

    @Test
    void anOldAnswerCountsForLessAsTheClocksDoNotGoAtOnePace() {
        beat(START, 20_000, 20_000);
        long later = START + 10_000_000_000L;
        assertThat(clock.error(later)).isBetween(519_000L, 521_000L);

        beat(later, 200_000, 200_000);

        assertThat(clock.error(later + 400_000)).isEqualTo(200_000);
    }

    @Test
    void clocksWhoseDifferenceMayBeNothingAreOne() {
        clock.note(START, START + 390_000, START + 400_000);
        assertThat(clock.toOwn(START)).isEqualTo(START);
        assertThat(clock.error(START + 400_000)).isZero();

        clock.note(START + 1_000_000, START + 5_000_000, START + 9_000_000);
        assertThat(clock.toOwn(START)).isEqualTo(START);
        assertThat(clock.error(Long.MAX_VALUE)).isZero();
    }

    @Test
    void aLongRoundTripDoesNotShowThatClocksAreOne() {
        clock.note(START, START + 100_000_000, START + 400_000_000);

        assertThat(clock.error(START + 400_000_000)).isEqualTo(200_000_000);
    }
}

package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClockOffsetTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long AHEAD = -40_000 * SECOND; // the client's clock against ours
    private static final long WAY = 200_000;

    private long now = 77 * SECOND;

    private final ClockOffset offset = new ClockOffset(now - WAY + AHEAD, now);

    private void beat(long delay) {
        now += SECOND;
        offset.note(now - delay + AHEAD, now);
    }

    private long age(long sentAgo) {
        return offset.age(now - sentAgo + AHEAD, now);
    }

    @Test
    void tellsAgesBeyondTheShortestWay() {
        assertThat(age(WAY)).isZero();
        assertThat(age(WAY + 5)).isEqualTo(5);
        assertThat(age(WAY - 5)).isZero();
    }

    @Test
    void isNotMisledByMessagesThatTookLong() {
        for (int i = 0; i < 20; i++) beat(30 * SECOND);

        assertThat(age(WAY + SECOND)).isEqualTo(SECOND);
    }

    @Test
    void learnsAShorterWay() {
        beat(WAY / 2);

        assertThat(age(WAY)).isEqualTo(WAY / 2);
    }

    @Test
    void followsAClockOfAnotherPace() {
        long drift = 50_000; // 50 ppm, the client's clock goes slower
        long behind = 0;
        for (int i = 0; i < 86_400; i++) {
            behind += drift;
            beat(WAY + behind);
        }

        assertThat(age(WAY + behind + SECOND)).isBetween(SECOND, SECOND + 64 * drift);
    }
}

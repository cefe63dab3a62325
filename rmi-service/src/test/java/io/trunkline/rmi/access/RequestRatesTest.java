package io.trunkline.rmi.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestRatesTest {

    private long now = 5;
    private final RequestRates rates = new RequestRates(() -> now);

    private int admitted(String client, int perSecond, int tries) {
        int count = 0;
        for (int i = 0; i < tries; i++) if (rates.admit(client, perSecond)) count++;
        return count;
    }

    @Test
    void aClientHasThoseOfOneSecondAtOnceAndThenWhatTimeBrings() {
        assertThat(admitted("a", 10, 50)).isEqualTo(10);
        now += 300_000_000;
        assertThat(admitted("a", 10, 50)).isEqualTo(3);
        now += 3_600_000_000_000L;
        assertThat(admitted("a", 10, 50)).isEqualTo(10);
    }

    @Test
    void oneClientDoesNotUseUpAnothers() {
        admitted("a", 10, 50);
        assertThat(admitted("b", 10, 50)).isEqualTo(10);
    }

    @Test
    void zeroIsNoLimit() {
        assertThat(admitted("a", 0, 1000)).isEqualTo(1000);
    }
}

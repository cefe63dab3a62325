package io.trunkline.rmi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

    private static final int CLIENTS = 1_000;

    private static long[] pauses(int failures) {
        return LongStream.range(0, CLIENTS).map(client -> BackOff.nanos(failures)).sorted().toArray();
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "1, 200", "4, 1600", "5, 2000", "10, 2000", "2000000000, 2000"})
    void pausesLastFromATenthOfASpanThatDoublesToAllOfIt(int failures, long spanMillis) {
        long span = Duration.ofMillis(spanMillis).toNanos();
        long[] pauses = pauses(failures);
        assertThat(pauses[0]).isGreaterThanOrEqualTo(span / 10);
        assertThat(pauses[CLIENTS - 1]).isLessThan(span);
    }

    @Test
    void clientsThatLostTheSameServerComeBackOneByOne() {
        long span = Duration.ofSeconds(2).toNanos();
        long[] pauses = pauses(10);
        for (int tenth = 1; tenth < 10; tenth++) {
            long from = span / 10 * tenth;
            assertThat(LongStream.of(pauses).filter(pause -> pause >= from && pause < from + span / 10).count())
                    .as("of %s clients in part %s", CLIENTS, tenth).isBetween(CLIENTS / 20L, CLIENTS / 5L);
        }
    }
}

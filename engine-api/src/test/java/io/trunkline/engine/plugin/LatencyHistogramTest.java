package io.trunkline.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {

    private final LatencyHistogram histogram = new LatencyHistogram();

    @Test
    void withoutSamplesAllIsZero() {
        assertThat(histogram.latencies()).isEqualTo(Latencies.NONE);
    }

    @Test
    void percentilesAreAtMostAnEighthTooHighAndNeverTooLow() {
        for (int i = 1; i <= 10_000; i++) histogram.record(i * 1_000L);

        Latencies latencies = histogram.latencies();
        assertThat(latencies.samples()).isEqualTo(10_000);
        assertThat(latencies.p50()).isBetween(5_000_000L, 5_000_000L * 9 / 8);
        assertThat(latencies.p90()).isBetween(9_000_000L, 9_000_000L * 9 / 8);
        assertThat(latencies.p99()).isBetween(9_900_000L, 10_000_000L);
        assertThat(latencies.max()).isEqualTo(10_000_000);
    }

    @Test
    void everyTimeFallsIntoABucketThatHoldsIt() {
        for (int bit = 0; bit < 63; bit++) {
            for (long time : new long[] {(1L << bit) - 1, 1L << bit, (1L << bit) + 1}) {
                LatencyHistogram one = new LatencyHistogram();
                one.record(time);
                one.record(Long.MAX_VALUE); // so that the longest does not cap the percentile
                assertThat(one.latencies().p50()).isBetween(time, time + time / 8);
            }
        }
    }

    @Test
    void aTimeBelowZeroCountsAsZero() {
        histogram.record(-5);

        assertThat(histogram.latencies()).isEqualTo(new Latencies(1, 0, 0, 0, 0));
    }

    @Test
    void figuresAreInMicroseconds() {
        assertThat(new Latencies(3, 1_550, 2_000, 3_000, 4_000).figures("a to b")).isEqualTo(List.of(
                List.of("a to b p50 us", 1.6), List.of("a to b p99 us", 3.0), List.of("a to b max us", 4.0),
                List.of("a to b samples", 3L)));
    }
}

package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class PriceScaleTest {

    @ParameterizedTest
    @ValueSource(doubles = {1, 5, 10, 0.2, 0.5, 0.1, 0.05, 0.02, 0.01, 0.001, 0.005, 0.0001, 0.25, 2.5, 0.3, 0.7, 1e-8,
            3})
    void aPriceIsEitherAMultipleWithIdenticalBitsOrNone(double tick) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        PriceScale scale = PriceScale.of(tick);
        for (int i = 0; i < 20_000; i++) {
            double price = random.nextInt(3) > 0 ? random.nextInt(100_000) * tick
                    : Double.longBitsToDouble(random.nextLong());
            long ticks = scale.toTicks(price);
            if (ticks == PriceScale.NOT_A_MULTIPLE) continue;
            assertThat(Double.doubleToRawLongBits(scale.toPrice(ticks))).as("seed %d: %s", seed, price)
                    .isEqualTo(Double.doubleToRawLongBits(price));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "5", "0.2", "0.05", "0.01", "0.0001", "0.25", "2.5", "0.5", "0.02"})
    void everyPriceAsItIsWrittenInDecimalsIsAMultiple(String tick) {
        BigDecimal exact = new BigDecimal(tick);
        PriceScale scale = PriceScale.of(exact.doubleValue());
        for (int ticks = -1000; ticks < 30_000; ticks += 7) {
            double price = exact.multiply(BigDecimal.valueOf(ticks)).doubleValue();
            if (ticks == 0) continue;
            assertThat(scale.toTicks(price)).as("%d ticks of %s", ticks, tick).isEqualTo(ticks);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0})
    void withoutAUsablePriceTickNothingIsAMultiple(double tick) {
        assertThat(PriceScale.of(tick)).isSameAs(PriceScale.NONE);
        assertThat(PriceScale.NONE.toTicks(0)).isEqualTo(PriceScale.NOT_A_MULTIPLE);
        assertThat(PriceScale.NONE.toTicks(1)).isEqualTo(PriceScale.NOT_A_MULTIPLE);
    }

    @Test
    void oddPricesAreNoMultiples() {
        PriceScale scale = PriceScale.of(0.2);
        for (double odd : new double[] {-0.0, 0.1, 3000.3, Double.NaN, Double.POSITIVE_INFINITY, Double.MAX_VALUE,
                Double.MIN_VALUE}) {
            assertThat(scale.toTicks(odd)).as("%s", odd).isEqualTo(PriceScale.NOT_A_MULTIPLE);
        }
        assertThat(PriceScale.of(Double.MIN_VALUE).toTicks(1)).isEqualTo(PriceScale.NOT_A_MULTIPLE);
    }
}

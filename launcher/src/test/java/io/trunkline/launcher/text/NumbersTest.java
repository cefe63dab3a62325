package io.trunkline.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class NumbersTest {

    @Test
    void writesNumbersAsPeopleDo() {
        assertThat(Numbers.text(7655.0)).isEqualTo("7655");
        assertThat(Numbers.text(0.05)).isEqualTo("0.05");
        assertThat(Numbers.text(-0.00001)).isEqualTo("-0.00001");
        assertThat(Numbers.text(-0.0)).isEqualTo("0");
        assertThat(Numbers.text(1e300)).isEqualTo("1.0E300");
    }

    @Test
    void writesNothingForWhatIsNoNumber() {
        assertThat(Numbers.text(Double.NaN)).isEmpty();
        assertThat(Numbers.text(Double.NEGATIVE_INFINITY)).isEmpty();
    }

    @Test
    void readsBackAsTheSameNumber() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            int sign = random.nextBoolean() ? 1 : -1;
            double value = sign * random.nextInt(10_000_000) / Math.pow(10, random.nextInt(9));
            assertThat(Double.parseDouble(Numbers.text(value)) + 0.0).as("seed %d", seed).isEqualTo(value + 0.0);
        }
    }
}

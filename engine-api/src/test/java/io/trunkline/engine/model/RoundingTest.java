package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.trunkline.engine.conformance.Vectors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RoundingTest {

    @Test
    void agreesWithTheModelOnEveryVector() {
        List<Map<?, ?>> vectors = Vectors.objects("rounding.jsonl.gz");

        assertThat(vectors).hasSize(2000).allSatisfy(vector -> {
            double value = (double) vector.get("value");
            double target = (double) vector.get("target");
            assertThat(Rounding.roundTo(value, target)).isEqualTo(vector.get("round_to"));
            assertThat(Rounding.floorTo(value, target)).isEqualTo(vector.get("floor_to"));
            assertThat(Rounding.ceilTo(value, target)).isEqualTo(vector.get("ceil_to"));
            assertThat((double) Rounding.digits(target)).isEqualTo(vector.get("digits"));
        });
    }

    @ParameterizedTest
    @CsvSource({"1.25, 0.5, 1", "1.75, 0.5, 2", "2.5, 1, 2", "3.5, 1, 4", "-2.5, 1, -2", "-3.5, 1, -4"})
    void roundsHalfAStepToTheEvenMultiple(double value, double target, double expected) {
        assertThat(Rounding.roundTo(value, target)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.1", "1.1, 0.1", "2.675, 0.005", "4.35, 0.01", "9007199254740993, 1", "1e-5, 1e-5", "-0.7, 0.1"})
    void leavesAWholeMultipleAsItIs(double value, double target) {
        assertThat(Rounding.roundTo(value, target)).isEqualTo(value);
        assertThat(Rounding.floorTo(value, target)).isEqualTo(value);
        assertThat(Rounding.ceilTo(value, target)).isEqualTo(value);
    }

    @Test
    void floorsAndCeilsTowardsTheInfinities() {
        assertThat(Rounding.floorTo(-0.15, 0.1)).isEqualTo(-0.2);
        assertThat(Rounding.ceilTo(-0.15, 0.1)).isEqualTo(-0.1);
        assertThat(Rounding.floorTo(0.15, 0.1)).isEqualTo(0.1);
        assertThat(Rounding.ceilTo(0.15, 0.1)).isEqualTo(0.2);
    }

    @Test
    void neverGivesNegativeZero() {
        assertThat(Double.doubleToRawLongBits(Rounding.roundTo(-0.2, 1))).isZero();
        assertThat(Double.doubleToRawLongBits(Rounding.ceilTo(-0.2, 1))).isZero();
        assertThat(Double.doubleToRawLongBits(Rounding.floorTo(-0.0, 1))).isZero();
    }

    @Test
    void countsADoubleAsItsShortestDecimalOnEveryJdk() {
        assertThat(Rounding.floorTo(2.0E-3, 1.0E-3)).isEqualTo(2.0E-3);
        assertThat(Rounding.digits(5.684341886080802E-14)).isEqualTo(29);
        assertThat(Rounding.digits(2.2E-322)).isEqualTo(323);
        assertThat(Rounding.digits(Double.MIN_VALUE)).isEqualTo(324);
        assertThat(Rounding.roundTo(0.1 + 0.2, 1e-17)).isEqualTo(0.30000000000000004);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "0, 0", "100, 0", "0.2, 1", "0.05, 2", "1.50, 1", "1e-5, 5", "2.5e-5, 6", "-0.25, 2",
        "1e22, 0"})
    void countsTheDecimals(double value, int digits) {
        assertThat(Rounding.digits(value)).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesATargetThatIsNoStep(double target) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rounding.roundTo(1, target))
                .withMessageContaining("target").withMessageContaining(String.valueOf(target));
        assertThatIllegalArgumentException().isThrownBy(() -> Rounding.floorTo(1, target))
                .withMessageContaining("target");
        assertThatIllegalArgumentException().isThrownBy(() -> Rounding.ceilTo(1, target))
                .withMessageContaining("target");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesAValueThatIsNoNumber(double value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rounding.roundTo(value, 1)).withMessageContaining("value")
                .withMessageContaining(String.valueOf(value));
        assertThatIllegalArgumentException().isThrownBy(() -> Rounding.digits(value)).withMessageContaining("value");
    }
}

package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class DepthTest {

    @Test
    void givesTheFiguresOfEachLevel() {
        Depth depth = Depth.ofLevels(10, 1, 11, 2, 9, 3, 12, 4);

        assertThat(depth.levels()).isEqualTo(2);
        assertThat(depth.bidPrice(1)).isEqualTo(10);
        assertThat(depth.bidVolume(1)).isEqualTo(1);
        assertThat(depth.askPrice(1)).isEqualTo(11);
        assertThat(depth.askVolume(1)).isEqualTo(2);
        assertThat(depth.bidPrice(2)).isEqualTo(9);
        assertThat(depth.askVolume(2)).isEqualTo(4);
        assertThat(depth).hasToString("[1.0@10.0/11.0@2.0 3.0@9.0/12.0@4.0]");
    }

    @Test
    void givesZeroForLevelsThatItDoesNotHave() {
        Depth depth = Depth.of(10, 1, 11, 2);

        assertThat(depth.bidPrice(2)).isZero();
        assertThat(depth.askVolume(Depth.MAX_LEVELS)).isZero();
        assertThat(Depth.NONE.bidPrice(1)).isZero();
    }

    @Test
    void leavesOutZeroLevelsAtTheEndOnly() {
        assertThat(Depth.ofLevels(10, 1, 11, 2, 0, 0, 0, 0, 0, 0, 0, 0)).isEqualTo(Depth.of(10, 1, 11, 2));
        assertThat(Depth.ofLevels(0, 0, 0, 0, 9, 0, 0, 0).levels()).isEqualTo(2);
        assertThat(Depth.ofLevels(0, 0, 11, 2).levels()).isEqualTo(1);
    }

    @Test
    void isNoneWithoutAnyFigure() {
        assertThat(Depth.ofLevels()).isSameAs(Depth.NONE);
        assertThat(Depth.ofLevels(new double[20])).isSameAs(Depth.NONE);
        assertThat(Depth.of(0, 0, 0, 0)).isSameAs(Depth.NONE);
        assertThat(Depth.NONE.levels()).isZero();
    }

    @Test
    void equalsADepthOfTheSameBits() {
        assertThat(Depth.of(1, 2, 3, 4)).isEqualTo(Depth.ofLevels(1, 2, 3, 4))
                .hasSameHashCodeAs(Depth.ofLevels(1, 2, 3, 4));
        assertThat(Depth.of(1, 2, 3, 4)).isNotEqualTo(Depth.of(1, 2, 3, 5)).isNotEqualTo(Depth.NONE);
        assertThat(Depth.of(1, 2, 3, -0.0)).isNotEqualTo(Depth.of(1, 2, 3, 0));
    }

    @Test
    void doesNotChangeWithTheArrayItWasMadeOf() {
        double[] values = {1, 2, 3, 4};
        Depth depth = Depth.ofLevels(values);
        values[0] = 99;

        assertThat(depth.bidPrice(1)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 21, 24})
    void refusesOtherThanFourFiguresALevelAndFiveLevels(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> Depth.ofLevels(new double[length]))
                .withMessageContaining(String.valueOf(length));
    }

    @Test
    void holdsFiveLevels() {
        double[] values = new double[20];
        values[19] = 7;

        assertThat(Depth.ofLevels(values).askVolume(5)).isEqualTo(7);
    }

    @Test
    void countsLevelsFromOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> Depth.NONE.bidPrice(0)).withMessageContaining("0");
    }
}

package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class TickTest {

    @Test
    void isBuiltFromEveryComponent() {
        Tick built = Tick.builder().gateway("SIM").instrument(Samples.RB).time(Samples.TIME).name("name").volume(1)
                .turnover(2).openInterest(3).lastPrice(4).lastVolume(5).limitUp(6).limitDown(7).openPrice(8)
                .highPrice(9).lowPrice(10).preClose(11).depth(Depth.of(12, 13, 14, 15))
                .localTime(Samples.LATER).build();

        assertThat(built).isEqualTo(Samples.TICK).hasSameHashCodeAs(Samples.TICK);
        assertThat(Samples.TICK.toBuilder().build()).isEqualTo(Samples.TICK);
    }

    @Test
    void knowsNothingUnlessSaidOtherwise() {
        Tick built = Tick.builder().gateway("SIM").instrument(Samples.RB).time(Samples.TIME).build();

        assertThat(built).isEqualTo(new Tick("SIM", Samples.RB, Samples.TIME, "", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                Depth.NONE, null));
    }

    @Test
    void namesWhatABuilderLacks() {
        assertThatNullPointerException()
                .isThrownBy(() -> Tick.builder().gateway("SIM").instrument(Samples.RB).build()).withMessage("time");
    }

    @Test
    void showsTheBestLevel() {
        assertThat(Samples.TICK.bidPrice()).isEqualTo(12);
        assertThat(Samples.TICK.bidVolume()).isEqualTo(13);
        assertThat(Samples.TICK.askPrice()).isEqualTo(14);
        assertThat(Samples.TICK.askVolume()).isEqualTo(15);
        assertThat(Samples.TICK.key()).isEqualTo(Samples.RB);
    }
}

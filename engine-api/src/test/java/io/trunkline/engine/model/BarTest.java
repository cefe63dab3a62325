package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class BarTest {

    @Test
    void keepsItsFiguresWhenItMoves() {
        assertThat(Samples.BAR.at("RPC.SIM"))
                .isEqualTo(new Bar("RPC.SIM", Samples.RB, Samples.TIME, Interval.HOUR, 1, 2, 3, 4, 5, 6, 7));
    }
}

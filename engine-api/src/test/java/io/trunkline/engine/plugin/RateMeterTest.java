package io.trunkline.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateMeterTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void theRateIsThatSinceTheLookBefore() {
        RateMeter meter = new RateMeter(100, 5);
        assertThat(meter.perSecond()).isZero();

        meter.look(300, 5 + 2 * SECOND);
        assertThat(meter.perSecond()).isEqualTo(100);

        meter.look(300, 5 + 3 * SECOND);
        assertThat(meter.perSecond()).isZero();
    }

    @Test
    void looksInQuickSuccessionChangeNothing() {
        RateMeter meter = new RateMeter(0, 0);
        meter.look(10, SECOND);
        meter.look(1_000_000, SECOND + 1);
        assertThat(meter.perSecond()).isEqualTo(10);

        meter.look(20, 2 * SECOND);
        assertThat(meter.perSecond()).isEqualTo(10);
    }
}

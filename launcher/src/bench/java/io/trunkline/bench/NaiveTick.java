package io.trunkline.bench;

import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Tick;
import java.io.Serializable;
import java.time.Instant;

/** A tick as plain serialization takes it. */
final class NaiveTick implements Serializable {

    private static final long serialVersionUID = 1;

    private final String gateway;
    private final String instrument;
    private final Instant time;
    private final String name;
    private final double volume;
    private final double turnover;
    private final double openInterest;
    private final double lastPrice;
    private final double lastVolume;
    private final double limitUp;
    private final double limitDown;
    private final double openPrice;
    private final double highPrice;
    private final double lowPrice;
    private final double preClose;
    private final double[] depth; // bid price, bid volume, ask price, ask volume of each level
    private final Instant localTime; // null if the tick has none

    NaiveTick(Tick tick) {
        gateway = tick.gateway();
        instrument = tick.instrument().toString();
        time = tick.time();
        name = tick.name();
        volume = tick.volume();
        turnover = tick.turnover();
        openInterest = tick.openInterest();
        lastPrice = tick.lastPrice();
        lastVolume = tick.lastVolume();
        limitUp = tick.limitUp();
        limitDown = tick.limitDown();
        openPrice = tick.openPrice();
        highPrice = tick.highPrice();
        lowPrice = tick.lowPrice();
        preClose = tick.preClose();
        depth = valuesOf(tick.depth());
        localTime = tick.localTime();
    }

    private static double[] valuesOf(Depth depth) {
        double[] values = new double[depth.levels() * 4];
        for (int i = 0; i < depth.levels(); i++) {
            values[i * 4] = depth.bidPrice(i + 1);
            values[i * 4 + 1] = depth.bidVolume(i + 1);
            values[i * 4 + 2] = depth.askPrice(i + 1);
            values[i * 4 + 3] = depth.askVolume(i + 1);
        }
        return values;
    }

    Tick toTick() {
        return Tick.builder().gateway(gateway).instrument(InstrumentId.parse(instrument)).time(time).name(name)
                .volume(volume).turnover(turnover).openInterest(openInterest).lastPrice(lastPrice)
                .lastVolume(lastVolume).limitUp(limitUp).limitDown(limitDown).openPrice(openPrice)
                .highPrice(highPrice).lowPrice(lowPrice).preClose(preClose).depth(Depth.ofLevels(depth))
                .localTime(localTime).build();
    }
}

package io.trunkline.bench;

import io.trunkline.bench.proto.TickMessage;
import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Tick;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Turns ticks into protobuf messages and back. For one thread. */
final class GrpcTicks {

    private static final long SECOND = 1_000_000_000;

    private final Map<InstrumentId, String> texts = new HashMap<>();
    private final Map<String, InstrumentId> instruments = new HashMap<>();

    TickMessage toMessage(Tick tick) {
        TickMessage.Builder message = TickMessage.newBuilder().setGateway(tick.gateway())
                .setInstrument(texts.computeIfAbsent(tick.instrument(), InstrumentId::toString))
                .setName(tick.name()).setEpochNanos(nanosOf(tick.time())).setVolume(tick.volume())
                .setTurnover(tick.turnover()).setOpenInterest(tick.openInterest()).setLastPrice(tick.lastPrice())
                .setLastVolume(tick.lastVolume()).setLimitUp(tick.limitUp()).setLimitDown(tick.limitDown())
                .setOpenPrice(tick.openPrice()).setHighPrice(tick.highPrice()).setLowPrice(tick.lowPrice())
                .setPreClose(tick.preClose());
        if (tick.localTime() != null) message.setLocalEpochNanos(nanosOf(tick.localTime()));
        Depth depth = tick.depth();
        for (int level = 1; level <= depth.levels(); level++) {
            message.addDepth(depth.bidPrice(level)).addDepth(depth.bidVolume(level))
                    .addDepth(depth.askPrice(level)).addDepth(depth.askVolume(level));
        }
        return message.build();
    }

    Tick toTick(TickMessage message) {
        double[] depth = new double[message.getDepthCount()];
        for (int i = 0; i < depth.length; i++) depth[i] = message.getDepth(i);
        return Tick.builder().gateway(message.getGateway())
                .instrument(instruments.computeIfAbsent(message.getInstrument(), InstrumentId::parse))
                .name(message.getName()).time(timeOf(message.getEpochNanos())).volume(message.getVolume())
                .turnover(message.getTurnover()).openInterest(message.getOpenInterest())
                .lastPrice(message.getLastPrice()).lastVolume(message.getLastVolume())
                .limitUp(message.getLimitUp()).limitDown(message.getLimitDown()).openPrice(message.getOpenPrice())
                .highPrice(message.getHighPrice()).lowPrice(message.getLowPrice()).preClose(message.getPreClose())
                .depth(Depth.ofLevels(depth))
                .localTime(message.hasLocalEpochNanos() ? timeOf(message.getLocalEpochNanos()) : null).build();
    }

    private static long nanosOf(Instant time) {
        return time.getEpochSecond() * SECOND + time.getNano();
    }

    private static Instant timeOf(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }
}

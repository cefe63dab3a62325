package io.trunkline.launcher.text;

import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import java.time.Instant;

/** Values for tests. */
public final class Samples {

    public static final InstrumentId APPLE = InstrumentId.parse("AP010.CZCE");
    public static final Instant NINE = Instant.parse("2020-08-10T01:00:00.500Z"); // 09:00:00.500 in Shanghai

    /** Line breaks, an escape that would clear the screen, quotes, a comma, Chinese, a change of writing direction. */
    public static final String HOSTILE = "a\r\nb\u001b[2J\"c\",苹果\u202e";

    private Samples() {}

    public static Tick tick() {
        return Tick.builder().gateway("RPC.SIM").instrument(APPLE).time(NINE).name("苹果").lastPrice(6840).lastVolume(2)
                .volume(698).openInterest(142836).limitUp(7305).limitDown(6477).depth(Depth.of(6838, 57, 6840.5, 10))
                .build();
    }

    public static Order order(String message) {
        return Order.builder().id(Id.parse("RPC.SIM.7")).gateway("RPC.SIM").instrument(APPLE).direction(Direction.LONG)
                .offset(Offset.OPEN).price(6840).volume(2).traded(1).status(Status.PARTTRADED).time(NINE)
                .message(message).build();
    }

    public static Trade trade(String reference) {
        return Trade.builder().id(Id.parse("RPC.SIM.t1")).orderId(Id.parse("RPC.SIM.7")).gateway("RPC.SIM")
                .instrument(APPLE)
                .direction(Direction.LONG).offset(Offset.OPEN).price(6840).volume(1).time(NINE).reference(reference)
                .build();
    }
}

package io.trunkline.engine.core;

import io.trunkline.engine.event.EventEngine;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Values and waits that the tests of this package share. */
final class Fixtures {

    static final InstrumentId RB = InstrumentId.parse("rb2610.SHFE");
    static final InstrumentId IF = InstrumentId.parse("IF2610.CFFEX");
    static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Fixtures() {}

    static Contract contract(String gateway, InstrumentId instrument) {
        return Contract.builder().gateway(gateway).instrument(instrument).product(Product.FUTURES).priceTick(1).build();
    }

    static Tick tick(String gateway, InstrumentId instrument, double lastPrice) {
        return Tick.builder().gateway(gateway).instrument(instrument).time(NOON).lastPrice(lastPrice).build();
    }

    static Order order(String id, Status status, double traded) {
        Id parsed = Id.parse(id);
        return Order.builder().id(parsed).gateway(parsed.gateway()).instrument(RB).direction(Direction.LONG)
                .offset(Offset.OPEN).price(3000).volume(10).traded(traded).status(status).build();
    }

    static Trade trade(String id, String orderId) {
        Id parsed = Id.parse(id);
        return Trade.builder().id(parsed).orderId(Id.parse(orderId)).gateway(parsed.gateway()).instrument(RB)
                .direction(Direction.LONG).offset(Offset.OPEN).price(3000).volume(1).build();
    }

    static Position position(String gateway, Direction direction, double volume, double yesterday) {
        return new Position(gateway, RB, direction, volume, 0, 3000, 0, yesterday);
    }

    static OrderRequest buy(String gateway) {
        return OrderRequest.limit(gateway, RB, Direction.LONG, Offset.OPEN, 1, 3000);
    }

    /** Waits until the event thread has handled all that was published before. */
    static void drain(EventEngine events) {
        CountDownLatch handled = new CountDownLatch(1);
        events.execute(handled::countDown);
        await(handled);
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) throw new AssertionError("waited too long");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits, looking again and again, until something is so. */
    static void until(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) throw new AssertionError("waited too long");
            Thread.onSpinWait();
            Thread.yield();
        }
    }
}

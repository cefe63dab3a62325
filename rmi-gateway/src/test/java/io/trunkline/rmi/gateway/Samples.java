package io.trunkline.rmi.gateway;

import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import java.time.Instant;

/** Values that the tests of this package share. */
final class Samples {

    static final InstrumentId RB = InstrumentId.parse("rb2610.SHFE");
    static final InstrumentId AU = InstrumentId.parse("au2612.SHFE");
    static final InstrumentId DOTTED = InstrumentId.parse("sp.c.26.10.DCE");
    static final Instant NOON = Instant.parse("2026-11-23T04:00:00.123456789Z");

    private Samples() {}

    static Contract contract(String gateway, InstrumentId instrument) {
        return Contract.builder().gateway(gateway).instrument(instrument).name("name of " + instrument.symbol())
                .product(Product.FUTURES).size(10).priceTick(0.5).historyData(true).build();
    }

    static Account account(String gateway, double balance) {
        return Account.of(gateway, "main.1", balance, 7.25);
    }

    static Position position(String gateway, InstrumentId instrument, Direction direction, double volume) {
        return new Position(gateway, instrument, direction, volume, 1, 3000.5, -12.75, 2);
    }

    static Order order(String gateway, String local, Status status, double traded) {
        return Order.builder().id(Id.of(gateway, local)).gateway(gateway).instrument(RB).direction(Direction.LONG)
                .offset(Offset.OPEN).price(3000.5).volume(10).traded(traded).status(status).time(NOON)
                .reference("ref " + local).clientKey("key " + local).owner("somebody").message("").build();
    }

    static Trade trade(String gateway, String local, String order) {
        return Trade.builder().id(Id.of(gateway, local)).orderId(Id.of(gateway, order)).gateway(gateway).instrument(RB)
                .direction(Direction.LONG).offset(Offset.OPEN).price(3000.5).volume(1).time(NOON)
                .reference("ref " + order).clientKey("key " + order).owner("somebody").build();
    }

    static Quote quote(String gateway, String local, Status status) {
        return Quote.of(quoteRequest(gateway, RB), gateway, local).toBuilder().status(status).time(NOON).build();
    }

    static QuoteRequest quoteRequest(String gateway, InstrumentId instrument) {
        return QuoteRequest.of(gateway, instrument, 2999.5, 3, 3001, 4, Offset.OPEN, Offset.CLOSE);
    }

    static Tick tick(String gateway, InstrumentId instrument, double lastPrice) {
        return Tick.builder().gateway(gateway).instrument(instrument).time(NOON).name("name of " + instrument.symbol())
                .lastPrice(lastPrice).volume(1234).turnover(0.1).openInterest(99).lastVolume(2).limitUp(4000)
                .limitDown(2000.5).openPrice(3000).highPrice(3002).lowPrice(2998.5).preClose(2997)
                .depth(Depth.ofLevels(2999.5, 3, 3000, 4, 2999, 30, 3000.5, 40))
                .localTime(NOON.plusNanos(1_000_001)).build();
    }

    static OrderRequest buy(String gateway, InstrumentId instrument) {
        return OrderRequest.limit(gateway, instrument, Direction.LONG, Offset.OPEN, 10, 3000.5);
    }
}

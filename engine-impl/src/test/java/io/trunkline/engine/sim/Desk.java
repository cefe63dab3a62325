package io.trunkline.engine.sim;

import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** An exchange with three contracts, whose ticks a test makes. Remembers the last state of every order and position. */
final class Desk {

    static final InstrumentId AP = InstrumentId.parse("AP010.CZCE"); // size 10, price tick 1
    static final InstrumentId RU = InstrumentId.parse("ru1901.SHFE"); // size 10, price tick 5, closes by day
    static final InstrumentId NET = InstrumentId.parse("BTC.LOCAL"); // size 1, tick 0.5, lots of 0.001 up to 100, net
    static final Instant NOW = Instant.parse("2026-11-22T10:30:00Z");
    static final Instant OPEN = Instant.parse("2020-08-10T01:00:00Z");

    final RecordingSink sink = new RecordingSink();
    final ManualTime time = new ManualTime();
    final Exchange exchange;
    private Instant replayed = OPEN;
    private long day = 18_484;

    Desk() {
        this(1_000_000, 0.01);
    }

    Desk(double balance, double deposit) {
        SimSettings settings = new SimSettings(
                List.of(), List.of(), List.of(), 1, Duration.ZERO, false, false, "SIM", balance, deposit);
        GatewayContext context = GatewayContext.of("SIM", sink, InstantSource.fixed(NOW));
        exchange = new Exchange(context, new Ids(NOW, new Random(1)), settings, contracts(), time::nanos);
    }

    private static List<Contract> contracts() {
        Contract apple = Contract.builder().gateway("SIM").instrument(AP).product(Product.FUTURES).size(10).priceTick(1)
                .minVolume(1).stopSupported(true).build();
        return List.of(apple, apple.toBuilder().instrument(RU).priceTick(5).stopSupported(false).build(),
                apple.toBuilder().instrument(NET).size(1).priceTick(0.5).minVolume(0.001).maxVolume(100)
                        .netPosition(true).build());
    }

    /** Shows a one-level book a second later. */
    Desk book(InstrumentId instrument, double bid, double bidVolume, double ask, double askVolume) {
        return show(instrument, Depth.ofLevels(bid, bidVolume, ask, askVolume));
    }

    Desk show(InstrumentId instrument, Depth depth) {
        return show(Tick.builder().instrument(instrument).depth(depth).lastPrice(depth.bidPrice(1)));
    }

    Desk show(Tick.Builder tick) {
        replayed = replayed.plusSeconds(1);
        exchange.show(tick.gateway("SIM").time(replayed).build(), day);
        return this;
    }

    Desk nextDay() {
        day++;
        replayed = replayed.plusSeconds(86_400);
        return this;
    }

    Instant replayed() {
        return replayed;
    }

    Outcome send(InstrumentId instrument, Direction direction, OrderType type, Offset offset, double volume,
            double price) {
        return exchange.send(OrderRequest.of("SIM", instrument, direction, type, offset, volume, price));
    }

    Id limit(InstrumentId instrument, Direction direction, Offset offset, double volume, double price) {
        Outcome outcome = send(instrument, direction, OrderType.LIMIT, offset, volume, price);
        return outcome.acceptedId().orElseThrow(() -> new AssertionError(outcome));
    }

    /** Opens lots against a book that is shown for it. */
    Desk hold(InstrumentId instrument, Direction direction, double volume, double price) {
        book(instrument, price, volume, price, volume);
        limit(instrument, direction, Offset.OPEN, volume, price);
        book(instrument, price, 0, price, 0);
        return this;
    }

    /** The last state of an order. */
    Order order(Id id) {
        return sink.of(Order.class).stream().filter(order -> order.id().equals(id)).reduce((a, b) -> b).orElseThrow();
    }

    /** The fills of an order or quote, as volume@price. */
    List<String> fills(Id id) {
        return sink.of(Trade.class).stream().filter(trade -> trade.orderId().equals(id))
                .map(trade -> Lots.text(trade.volume()) + "@" + Lots.text(trade.price())).toList();
    }

    Position position(InstrumentId instrument, Direction direction) {
        Map<Id, Position> last = new LinkedHashMap<>();
        sink.of(Position.class).forEach(position -> last.put(position.id(), position));
        Position position = last.get(Position.idOf("SIM", instrument, direction));
        if (position == null) throw new AssertionError("no such position among " + last.keySet());
        return position;
    }

    Account account() {
        return sink.of(Account.class).stream().reduce((a, b) -> b).orElseThrow();
    }
}

package io.trunkline.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random ticks, orders, quotes, cancels and days; then all that was published is checked against a model that knows
 * only the published events: what is held and won follows from the trades, what is bound from the active orders, and
 * no tick's lots are sold twice.
 */
@Timeout(120)
class BooksAgainstModelTest {

    private static final double START = 1_000_000;
    private static final double DEPOSIT = 0.01;
    private static final List<InstrumentId> INSTRUMENTS = List.of(Desk.AP, Desk.RU, Desk.NET);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsPublishedAddsUp(long seed) {
        Desk desk = new Desk(START, DEPOSIT);
        Random random = new Random(seed);
        Model model = new Model("seed " + seed);
        for (int step = 0; step < 200; step++) {
            if (random.nextInt(60) == 0) {
                desk.nextDay();
                model.dayEnds();
            }
            act(desk, random);
            desk.exchange.publishValues();
            List<Event> events = desk.sink.events();
            desk.sink.clear();
            events.forEach(model::see);
            model.check();
        }
    }

    private final Map<Id, Boolean> sent = new LinkedHashMap<>(); // whether it is a quote

    private void act(Desk desk, Random random) {
        InstrumentId instrument = INSTRUMENTS.get(random.nextInt(3));
        int unit = instrument == Desk.RU ? 5 : 1;
        double price = 100 + unit * random.nextInt(-6, 7);
        double volume = 1 + random.nextInt(6);
        Direction direction = random.nextBoolean() ? Direction.LONG : Direction.SHORT;
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> desk.show(Tick.builder().instrument(instrument).lastPrice(price)
                    .depth(Depth.ofLevels(price, random.nextInt(4), price + unit, random.nextInt(4),
                            price - unit, random.nextInt(4), price + 2 * unit, random.nextInt(4))));
            case 4 -> cancelOne(desk, random);
            case 5 -> desk.exchange.send(QuoteRequest.of("SIM", instrument, price, volume, price + unit,
                    random.nextInt(4), offset(random), offset(random))).acceptedId()
                            .ifPresent(id -> sent.put(id, true));
            default -> desk.send(instrument, direction, type(random), offset(random), volume, price).acceptedId()
                    .ifPresent(id -> sent.put(id, false));
        }
    }

    private void cancelOne(Desk desk, Random random) {
        if (sent.isEmpty()) return;
        Id id = new ArrayList<>(sent.keySet()).get(random.nextInt(sent.size()));
        if (sent.get(id)) desk.exchange.cancelQuote(id);
        else desk.exchange.cancelOrder(id);
    }

    private static OrderType type(Random random) {
        return OrderType.values()[random.nextInt(5)];
    }

    private static Offset offset(Random random) {
        return Offset.values()[1 + random.nextInt(4)];
    }

    /** Knows what was published, and nothing of the exchange. */
    private static final class Model {

        private record Side(InstrumentId instrument, Direction direction) {}

        private final String seed;
        private final Map<Id, Order> orders = new HashMap<>();
        private final Map<Id, Quote> quotes = new HashMap<>();
        private final Map<Id, Map<Direction, Double>> tradedOf = new HashMap<>();
        private final Map<Side, double[]> held = new HashMap<>(); // lots of today, lots before, sum of price x lots
        private final Map<Id, Position> positions = new HashMap<>();
        private final Map<InstrumentId, Tick> ticks = new HashMap<>();
        private final Map<String, Double> soldAt = new HashMap<>(); // since the level last changed
        private final Set<Id> trades = new HashSet<>();
        private boolean rolls;
        private double won;
        private Account account;

        Model(String seed) {
            this.seed = seed;
        }

        void dayEnds() {
            rolls = true;
        }

        void see(Event event) {
            if (event instanceof Tick tick) see(tick);
            else if (event instanceof Order order) see(order);
            else if (event instanceof Quote quote) quotes.put(quote.id(), quote);
            else if (event instanceof Trade trade) see(trade);
            else if (event instanceof Position position) positions.put(position.id(), position);
            else if (event instanceof Account now) account = now;
        }

        private void see(Tick tick) {
            if (rolls) {
                held.values().forEach(lots -> {
                    lots[1] += lots[0];
                    lots[0] = 0;
                });
                soldAt.clear(); // a new day has a new book
                rolls = false;
            }
            Tick old = ticks.put(tick.instrument(), tick);
            Set<String> kept = new HashSet<>();
            for (int level = 1; old != null && level <= 2; level++) {
                Depth before = old.depth();
                for (int now = 1; now <= 2; now++) {
                    Depth after = tick.depth();
                    boolean sameAsk = before.askPrice(level) == after.askPrice(now)
                            && before.askVolume(level) == after.askVolume(now);
                    boolean sameBid = before.bidPrice(level) == after.bidPrice(now)
                            && before.bidVolume(level) == after.bidVolume(now);
                    if (sameAsk) kept.add(key(tick, Direction.LONG, before.askPrice(level)));
                    if (sameBid) kept.add(key(tick, Direction.SHORT, before.bidPrice(level)));
                }
            }
            soldAt.keySet().removeIf(key -> key.startsWith(tick.instrument().toString()) && !kept.contains(key));
        }

        private static String key(Tick tick, Direction direction, double price) {
            return tick.instrument() + " " + direction + " " + price;
        }

        private void see(Order order) {
            Order old = orders.put(order.id(), order);
            if (old == null) return;
            assertThat(old.isActive()).as("%s: %s after %s", seed, order, old).isTrue();
            assertThat(order.status().rank()).as(seed).isGreaterThanOrEqualTo(old.status().rank());
            assertThat(order.traded()).as(seed).isGreaterThanOrEqualTo(old.traded());
        }

        private void see(Trade trade) {
            assertThat(trades.add(trade.id())).as("%s: %s is new", seed, trade).isTrue();
            tradedOf.computeIfAbsent(trade.orderId(), id -> new HashMap<>())
                    .merge(trade.direction(), trade.volume(), Double::sum);
            Tick tick = ticks.get(trade.instrument());
            double shown = shownAt(tick.depth(), trade.direction(), trade.price());
            double sold = soldAt.merge(key(tick, trade.direction(), trade.price()), trade.volume(), Double::sum);
            assertThat(sold).as("%s: sold at %s of what is shown", seed, trade).isLessThanOrEqualTo(shown);
            if (trade.instrument().equals(Desk.NET)) bookNet(trade);
            else if (trade.offset() == Offset.OPEN) bookOpen(trade);
            else bookClose(trade);
        }

        private static double shownAt(Depth depth, Direction direction, double price) {
            boolean buys = direction == Direction.LONG;
            for (int level = 1; level <= 2; level++) {
                if ((buys ? depth.askPrice(level) : depth.bidPrice(level)) == price) {
                    return buys ? depth.askVolume(level) : depth.bidVolume(level);
                }
            }
            return 0;
        }

        private void bookOpen(Trade trade) {
            double[] lots = lots(trade.instrument(), trade.direction());
            lots[0] += trade.volume();
            lots[2] += trade.volume() * trade.price();
        }

        private void bookClose(Trade trade) {
            double[] lots = lots(trade.instrument(), trade.direction().opposite());
            double average = lots[2] / (lots[0] + lots[1]);
            boolean ofToday = trade.offset() == Offset.CLOSETODAY;
            lots[ofToday ? 0 : 1] -= trade.volume(); // only for RU exact by day; elsewhere a CLOSE may take either
            lots[2] -= average * trade.volume();
            won += (trade.price() - average) * trade.volume() * 10 * (trade.direction() == Direction.SHORT ? 1 : -1);
        }

        private void bookNet(Trade trade) {
            double[] lots = lots(Desk.NET, Direction.NET);
            double change = trade.direction() == Direction.LONG ? trade.volume() : -trade.volume();
            double old = lots[0] + lots[1];
            double closed = old * change < 0 ? Math.min(Math.abs(old), Math.abs(change)) : 0;
            double average = old == 0 ? 0 : lots[2] / old;
            won += Math.signum(old) * (trade.price() - average) * closed;
            double now = old + change;
            lots[0] = now;
            lots[1] = 0;
            if (closed == 0) lots[2] += change * trade.price();
            else lots[2] = (old * now > 0 ? average : trade.price()) * now;
        }

        private double[] lots(InstrumentId instrument, Direction direction) {
            return held.computeIfAbsent(new Side(instrument, direction), side -> new double[3]);
        }

        void check() {
            double worth = 0;
            double bound = 0;
            Map<Side, Double> frozen = new HashMap<>();
            for (Order order : orders.values()) {
                assertThat(order.traded()).as("%s: %s", seed, order).isEqualTo(traded(order.id(), order.direction()));
                assertThat(order.status() == Status.ALLTRADED).as(seed).isEqualTo(order.remaining() == 0);
                if (order.isActive()) {
                    bound += bind(frozen, order.instrument(), order.direction(), order.offset(), order.remaining(),
                            order.price());
                }
            }
            for (Quote quote : quotes.values()) {
                if (!quote.isActive()) continue;
                bound += bind(frozen, quote.instrument(), Direction.LONG, quote.bidOffset(),
                        quote.bidVolume() - traded(quote.id(), Direction.LONG), quote.bidPrice());
                bound += bind(frozen, quote.instrument(), Direction.SHORT, quote.askOffset(),
                        quote.askVolume() - traded(quote.id(), Direction.SHORT), quote.askPrice());
            }
            for (Map.Entry<Side, double[]> entry : held.entrySet()) {
                worth += checkSide(entry.getKey(), entry.getValue(), frozen.getOrDefault(entry.getKey(), 0.0));
            }
            if (account == null) return;
            assertThat(account.balance()).as("%s: balance", seed).isCloseTo(START + won + worth, within(1e-4));
            assertThat(account.frozen()).as("%s: frozen", seed).isCloseTo(bound, within(1e-6));
            assertThat(account.available()).as("%s: available", seed).isEqualTo(account.balance() - account.frozen());
        }

        private double traded(Id id, Direction direction) {
            return tradedOf.getOrDefault(id, Map.of()).getOrDefault(direction, 0.0);
        }

        /** Adds what a closing leg freezes; returns the deposit of an opening one. */
        private static double bind(Map<Side, Double> frozen, InstrumentId instrument, Direction direction,
                Offset offset,
                double remaining, double price) {
            if (!instrument.equals(Desk.NET) && offset != Offset.OPEN) {
                frozen.merge(new Side(instrument, direction.opposite()), remaining, Double::sum);
                return 0;
            }
            return price * remaining * (instrument.equals(Desk.NET) ? 1 : 10) * DEPOSIT;
        }

        private double checkSide(Side side, double[] lots, double frozen) {
            Position position = positions.get(Position.idOf("SIM", side.instrument, side.direction));
            double volume = lots[0] + lots[1];
            assertThat(position.volume()).as("%s: volume of %s", seed, side).isEqualTo(volume);
            assertThat(position.frozen()).as("%s: frozen of %s", seed, side)
                    .isEqualTo(side.direction == Direction.NET ? 0 : frozen);
            if (side.direction != Direction.NET) {
                assertThat(frozen).as("%s: frozen of %s", seed, side).isLessThanOrEqualTo(volume);
                assertThat(position.ydVolume()).as("%s: of days before, %s", seed, side).isBetween(0.0, volume);
            }
            if (side.instrument.equals(Desk.RU)) {
                assertThat(position.ydVolume()).as("%s: of days before, %s", seed, side).isEqualTo(lots[1]);
            }
            double price = volume == 0 ? 0 : lots[2] / volume;
            assertThat(position.price()).as("%s: price of %s", seed, side).isCloseTo(price, within(1e-6));
            double size = side.instrument.equals(Desk.NET) ? 1 : 10;
            double pnl = (ticks.get(side.instrument).lastPrice() - price) * volume * size
                    * (side.direction == Direction.SHORT ? -1 : 1);
            assertThat(position.pnl()).as("%s: pnl of %s", seed, side).isCloseTo(pnl, within(1e-4));
            return pnl;
        }
    }
}

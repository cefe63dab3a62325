package io.trunkline.rmi.wire;

import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Conflated;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OptionTerms;
import io.trunkline.engine.model.OptionType;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Events with whatever values their classes allow, the same for the same seed. */
public final class RandomEvents {

    private static final double[] ODD = {0, -0.0, 1, -1, 0.1, 1e300, -1e300, Double.MIN_VALUE, Double.MAX_VALUE,
        -9.223372036854775808E18, 9.223372036854775807E18, 1L << 60, -(1L << 60), 1L << 53, 0.3, 1.0 / 3};
    private static final double[] NOT_NUMBERS = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    private static final String[] TEXTS = {"", "a", "plain text", "螺纹钢2610", "\uD83D\uDE80 up", "ü", "x".repeat(127),
        "y".repeat(128), "ж".repeat(200), "a.b..c"};
    private static final String[] LOCALS = {"1", "7.8", "2.rb2610.SHFE", "订单-1", "a..b"};
    private static final double[] PRICE_TICKS = {1, 5, 0.2, 0.05, 0.01, 0.0001, 0.25, 2.5, 0.3, 10, 1.0 / 3};

    private final Random random;
    private final String[] gateways;

    /** Events of some gateway paths. */
    public RandomEvents(long seed, String... gateways) {
        this.random = new Random(seed);
        this.gateways = gateways;
    }

    /** The next event, of any kind but those of timers and apps. */
    public Event next() {
        return switch (random.nextInt(12)) {
            case 0 -> order();
            case 1 -> trade();
            case 2 -> quote();
            case 3 -> position();
            case 4 -> account();
            case 5 -> contract();
            case 6 -> new LogEntry(gateway(), one(LogLevel.values()), text(), time());
            case 7 -> new GatewayStatus(gateway(), one(GatewayState.values()), text(), time());
            case 8 -> resync();
            case 9 -> new Conflated(gateway(), random.nextLong() >>> 1);
            default -> tick();
        };
    }

    /** A tick with zero to five levels. */
    public Tick tick() {
        return tickAt(PRICE_TICKS[random.nextInt(PRICE_TICKS.length)], random.nextInt(6));
    }

    Tick tickAt(double priceTick, int levels) {
        double[] depth = new double[levels * 4];
        for (int i = 0; i < depth.length; i++) depth[i] = i % 2 == 0 ? price(priceTick) : any();
        return Tick.builder().gateway(gateway()).instrument(instrument()).time(time()).name(text())
                .volume(any()).turnover(any()).openInterest(any()).lastVolume(any()).lastPrice(price(priceTick))
                .limitUp(price(priceTick)).limitDown(price(priceTick)).openPrice(price(priceTick))
                .highPrice(price(priceTick)).lowPrice(price(priceTick)).preClose(price(priceTick))
                .depth(Depth.ofLevels(depth)).localTime(timeOrNull()).build();
    }

    /** An order in any state. */
    public Order order() {
        String gateway = gateway();
        return Order.builder().id(id(gateway)).gateway(gateway).instrument(instrument()).type(one(OrderType.values()))
                .direction(one(Direction.values())).offset(one(Offset.values())).status(one(Status.values()))
                .price(number()).volume(number()).traded(number()).time(timeOrNull()).reference(text())
                .clientKey(text()).owner(text()).message(text()).build();
    }

    /** A trade. */
    public Trade trade() {
        String gateway = gateway();
        return Trade.builder().id(id(gateway)).orderId(id(gateway)).gateway(gateway).instrument(instrument())
                .direction(one(Direction.values())).offset(one(Offset.values())).price(number()).volume(number())
                .time(timeOrNull()).reference(text()).clientKey(text()).owner(text()).build();
    }

    Quote quote() {
        String gateway = gateway();
        return Quote.builder().id(id(gateway)).gateway(gateway).instrument(instrument()).bidPrice(number())
                .bidVolume(number()).askPrice(number()).askVolume(number()).bidOffset(one(Offset.values()))
                .askOffset(one(Offset.values())).status(one(Status.values())).time(timeOrNull()).reference(text())
                .clientKey(text()).owner(text()).message(text()).build();
    }

    /** A position. */
    public Position position() {
        return new Position(gateway(), instrument(), one(Direction.values()), number(), number(), number(), number(),
                number());
    }

    Account account() {
        String gateway = gateway();
        return new Account(id(gateway), gateway, number(), number(), number());
    }

    Contract contract() {
        Contract.Builder builder = Contract.builder().gateway(gateway()).instrument(instrument()).name(text())
                .product(one(Product.values())).size(1 + random.nextInt(100))
                .priceTick(PRICE_TICKS[random.nextInt(PRICE_TICKS.length)]).minVolume(Math.abs(number()))
                .maxVolume(Math.abs(number())).stopSupported(random.nextBoolean()).netPosition(random.nextBoolean())
                .historyData(random.nextBoolean());
        if (random.nextBoolean()) {
            builder.option(new OptionTerms(number(), text(), one(OptionType.values()), timeOrNull(), timeOrNull(),
                    text(), text()));
        }
        return builder.build();
    }

    private Resync resync() {
        String gateway = gateway();
        Map<RecordKind, Set<Id>> removed = new EnumMap<>(RecordKind.class);
        for (int kinds = random.nextInt(4); kinds > 0; kinds--) {
            Set<Id> ids = removed.computeIfAbsent(one(RecordKind.values()), kind -> new HashSet<>());
            for (int count = random.nextInt(5); count > 0; count--) ids.add(id(gateway));
        }
        return new Resync(gateway, removed, time());
    }

    private String gateway() {
        return one(gateways);
    }

    private Id id(String gateway) {
        return Id.of(gateway, one(LOCALS) + random.nextInt(50));
    }

    private InstrumentId instrument() {
        return new InstrumentId("品rb" + random.nextInt(100) + (random.nextBoolean() ? ".x" : ""),
                one(Exchange.values()));
    }

    private double price(double priceTick) {
        return switch (random.nextInt(8)) {
            case 0 -> any();
            case 1 -> 0;
            default -> Math.round(random.nextDouble() * 10_000) * priceTick;
        };
    }

    /** Any value of a double. */
    private double any() {
        return random.nextInt(10) == 0 ? NOT_NUMBERS[random.nextInt(NOT_NUMBERS.length)] : number();
    }

    private double number() {
        return switch (random.nextInt(4)) {
            case 0 -> ODD[random.nextInt(ODD.length)];
            case 1 -> random.nextGaussian() * 1e6;
            default -> random.nextInt(1_000_000);
        };
    }

    private String text() {
        return one(TEXTS);
    }

    private Instant timeOrNull() {
        return random.nextInt(3) == 0 ? null : time();
    }

    private Instant time() {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    private <T> T one(T[] all) {
        return all[random.nextInt(all.length)];
    }
}

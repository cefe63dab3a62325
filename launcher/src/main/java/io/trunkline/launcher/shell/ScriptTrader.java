package io.trunkline.launcher.shell;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What the verbs of a script do, on one engine; {@link Verbs} says what each does. Any number may exist, each with an
 * engine of its own, which it closes. Safe from any thread but the engine's event thread, as requests may block.
 */
public final class ScriptTrader implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration FIRST_TICK = Duration.ofSeconds(5);
    private static final Duration IN_BOOKS = Duration.ofSeconds(2);
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final MainEngine engine;
    private final Console console;
    private final Gateways gateways;
    private final Lookup lookup;
    private final StopFlag flag = new StopFlag();
    private final String keys = "shell-" + UUID.randomUUID() + "-";
    private final AtomicLong lastKey = new AtomicLong();
    private final Set<String> ownKeys = ConcurrentHashMap.newKeySet(); // of requests that came with one

    private ScriptTrader(MainEngine engine, Console console, GivenTexts given) {
        this.engine = engine;
        this.console = console;
        this.gateways = new Gateways(engine, given, console::say);
        this.lookup = new Lookup(engine, gateways);
        engine.events().on(Order.class, order -> flag.wake());
        engine.events().on(Tick.class, tick -> flag.wake());
    }

    /** One that works on an engine and prints to a console; settings that a script leaves out may be given. */
    public static ScriptTrader on(MainEngine engine, Console console, GivenTexts given) {
        return new ScriptTrader(engine, console, given);
    }

    /** The engine. */
    public MainEngine engine() {
        return engine;
    }

    /** Where it prints. */
    public Console console() {
        return console;
    }

    /** What it knows. */
    public Lookup lookup() {
        return lookup;
    }

    /** Connects to a server; without an address to the one that is set, by default the local one. */
    public void connect(Optional<String> address, List<String> settings) {
        gateways.connectServer(address, settings, CONNECT);
    }

    /** Connects any gateway, {@code TYPE} or {@code NAME=TYPE}, with settings written {@code key=value}. */
    public void connectGateway(String nameAndType, List<String> settings) {
        gateways.connect(nameAndType, settings, CONNECT);
    }

    /** Waits until all gateways are up to date. */
    public void ready() {
        gateways.ready(CONNECT);
    }

    /** Subscribes to instruments. */
    public void subscribe(List<String> instruments) {
        for (String text : instruments) {
            Contract contract = lookup.contract(text);
            accepted("no ticks of " + text, engine.subscribe(
                    new SubscribeRequest(contract.gateway(), contract.instrument())));
        }
    }

    /** Every tick of some instruments from now on. */
    public TickFeed feed(List<String> instruments) {
        TickFeed feed = new TickFeed(flag);
        for (String text : instruments) {
            Contract contract = lookup.contract(text);
            feed.closes(engine.events().on(Tick.class, contract.instrument(), tick -> {
                if (tick.gateway().equals(contract.gateway())) feed.onTick(tick);
            }));
        }
        subscribe(instruments);
        return feed;
    }

    /** The last tick; subscribes and waits for the first one if need be. */
    public Tick tick(String instrument) {
        Contract contract = lookup.contract(instrument);
        Supplier<Optional<Tick>> last = () -> engine.tick(contract.gateway(), contract.instrument());
        Optional<Tick> known = last.get();
        if (known.isPresent()) return known.get();
        subscribe(List.of(instrument));
        return flag.await(FIRST_TICK, last).orElseThrow(() -> new ScriptException(
                "no tick of " + contract.instrument() + " came within " + FIRST_TICK.toSeconds()
                        + " s; ask again later"));
    }

    /** Sends an order for an instrument. */
    public Id send(Side side, String instrument, double price, double volume, OrderType type) {
        Contract contract = lookup.contract(instrument);
        try {
            return send(OrderRequest.of(contract.gateway(), contract.instrument(), side.direction(), type,
                    side.offset(), volume, price));
        } catch (IllegalArgumentException e) {
            throw new ScriptException(e.getMessage());
        }
    }

    /** Sends any order, under a key of ours if it has none; throws if it was stopped before. */
    public Id send(OrderRequest request) {
        flag.check();
        boolean isOurs = request.clientKey().isEmpty();
        OrderRequest keyed = isOurs ? request.withClientKey(keys + lastKey.incrementAndGet()) : request;
        if (!isOurs) ownKeys.add(request.clientKey());
        Id id = accepted("refused", engine.sendOrder(keyed));
        flag.awaitUnlessStopped(IN_BOOKS, () -> engine.order(id)); // so that the next verb finds it
        return id;
    }

    private static Id accepted(String otherwise, Outcome outcome) {
        return outcome.acceptedId().orElseThrow(() -> new ScriptException(problem(otherwise, outcome)));
    }

    private static String problem(String otherwise, Outcome outcome) {
        if (outcome instanceof Outcome.InDoubt doubt) {
            return "it is not known whether that was carried out: " + doubt.reason()
                    + (doubt.clientKey().isEmpty() ? "" : "; ask outcome(\"" + doubt.clientKey()
                            + "\") before sending again");
        }
        return outcome.whyRefused().map(refusal -> otherwise + ": " + refusal)
                .orElse("it never reached the server; nothing was sent");
    }

    /** Asks to cancel an order. */
    public void cancel(Id id) {
        Lookup.requireId(id);
        accepted("not cancelled", engine.cancelOrder(id));
    }

    /** Asks to cancel the active orders that this object sent. Returns how many were accepted; it names the others. */
    public int cancelAll() {
        int count = 0;
        for (Order order : engine.activeOrders()) {
            if (!isOurs(order)) continue;
            Outcome outcome = engine.cancelOrder(order.id());
            if (outcome.isAccepted()) count++;
            else console.say(order.id() + ": " + problem("not cancelled", outcome));
        }
        return count;
    }

    private boolean isOurs(Order order) {
        return order.clientKey().startsWith(keys) || ownKeys.contains(order.clientKey());
    }

    /**
     * Waits until an order cannot trade any more, or so many seconds are over, and returns it as it is then. Positions
     * may follow a moment later.
     */
    public Order waitFor(Id id, double seconds) {
        return waitFor(id, Seconds.of(seconds));
    }

    /** Waits until an order cannot trade any more, and returns it. */
    public Order waitFor(Id id) {
        return waitFor(id, FOR_EVER);
    }

    private Order waitFor(Id id, Duration time) {
        lookup.order(id);
        return flag.await(time, () -> engine.order(id).filter(order -> !order.isActive()))
                .orElseGet(() -> lookup.order(id));
    }

    /** What is held on one side; of no volume if nothing is. */
    public Position position(String instrument, Direction direction) {
        return lookup.position(instrument, direction);
    }

    /** What became of an order, by its client key. */
    public Outcome outcome(String clientKey) {
        gateways.requireAny();
        return engine.outcome(clientKey);
    }

    /** Prints the events of instruments from now on; what is watched already goes on. */
    public void watch(List<String> instruments) {
        List<Contract> wanted = instruments.stream().map(lookup::contract).toList();
        wanted.forEach(contract -> console.watch(engine.events(), contract));
        subscribe(instruments);
    }

    /** Writes to the engine's log, and as a message. */
    public void log(String message) {
        engine.log(LogLevel.INFO, "Shell", message);
        console.say(message);
    }

    /** Waits so many seconds, or until it is stopped. */
    public void sleep(double seconds) {
        flag.sleep(Seconds.of(seconds));
    }

    /** Whether the script is to go on: not if it was stopped or its thread interrupted, or the engine is closed. */
    public boolean isRunning() {
        return !flag.isStopped() && !engine.isClosed() && !Thread.currentThread().isInterrupted();
    }

    /**
     * Tells the script to end: its waits end, and so do loops that look at {@link #isRunning}. Orders are not sent any
     * more, but can be cancelled.
     */
    public void stop() {
        flag.stop();
    }

    /** Undoes a stop, and an interrupt of the calling thread; throws if it is closed. */
    public void go() {
        flag.go();
    }

    /** Stops, and closes the engine. Orders stay as they are. */
    @Override
    public void close() {
        flag.end();
        console.unwatch();
        engine.close();
    }
}

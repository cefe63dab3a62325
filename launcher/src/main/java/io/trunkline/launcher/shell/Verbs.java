package io.trunkline.launcher.shell;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Bar;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Interval;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import java.util.List;
import java.util.Optional;

/** The verbs of this JVM's shell. They throw {@link ScriptException}s, and may block: not for the event thread. */
public final class Verbs {

    private Verbs() {}

    private static ScriptTrader trader() {
        return CurrentTrader.get();
    }

    /** Connects to the server that is set, by default {@code 127.0.0.1:2014}; waits until it is live. */
    public static void connect() {
        trader().connect(Optional.empty(), List.of());
    }

    /** Connects to a server at {@code HOST:PORT} or {@code unix:PATH}, with settings {@code key=value}. */
    public static void connect(String address, String... settings) {
        trader().connect(Optional.of(address), List.of(settings));
    }

    /** Connects any gateway in this JVM, such as {@code connectGateway("SIM", "speed=60")}. */
    public static void connectGateway(String nameAndType, String... settings) {
        trader().connectGateway(nameAndType, List.of(settings));
    }

    /** Waits until all gateways are live; throws if they are not in time. */
    public static void ready() {
        trader().ready();
    }

    /** Chooses the gateway path of all instruments from now on; an empty text chooses none. */
    public static void gateway(String path) {
        trader().lookup().choose(path);
    }

    /** The engine itself, for everything that has no verb. */
    public static MainEngine engine() {
        return trader().engine();
    }

    /** Asks for the ticks of instruments, such as {@code "AP010.CZCE"}. */
    public static void subscribe(String... instruments) {
        trader().subscribe(List.of(instruments));
    }

    /** Every tick of instruments, one after the other. */
    public static TickFeed feed(String... instruments) {
        return trader().feed(List.of(instruments));
    }

    /** Buys to open, with a limit. */
    public static Id buy(String instrument, double price, double volume) {
        return trader().send(Side.BUY, instrument, price, volume, OrderType.LIMIT);
    }

    /** Buys to open; MARKET ignores the price. */
    public static Id buy(String instrument, double price, double volume, OrderType type) {
        return trader().send(Side.BUY, instrument, price, volume, type);
    }

    /** Sells to close, with a limit. */
    public static Id sell(String instrument, double price, double volume) {
        return trader().send(Side.SELL, instrument, price, volume, OrderType.LIMIT);
    }

    /** Sells to close; MARKET ignores the price. */
    public static Id sell(String instrument, double price, double volume, OrderType type) {
        return trader().send(Side.SELL, instrument, price, volume, type);
    }

    /** Sells to open, with a limit. */
    public static Id sellShort(String instrument, double price, double volume) {
        return trader().send(Side.SHORT, instrument, price, volume, OrderType.LIMIT);
    }

    /** Sells to open; MARKET ignores the price. */
    public static Id sellShort(String instrument, double price, double volume, OrderType type) {
        return trader().send(Side.SHORT, instrument, price, volume, type);
    }

    /** Buys to close, with a limit. */
    public static Id cover(String instrument, double price, double volume) {
        return trader().send(Side.COVER, instrument, price, volume, OrderType.LIMIT);
    }

    /** Buys to close; MARKET ignores the price. */
    public static Id cover(String instrument, double price, double volume, OrderType type) {
        return trader().send(Side.COVER, instrument, price, volume, type);
    }

    /** Sends any order. */
    public static Id sendOrder(OrderRequest request) {
        return trader().send(request);
    }

    /** Asks to cancel an order. */
    public static void cancel(Id order) {
        trader().cancel(order);
    }

    /** Asks to cancel an order. */
    public static void cancel(String order) {
        trader().cancel(Lookup.id(order));
    }

    /** Asks to cancel the active orders that this shell sent; returns how many were accepted. */
    public static int cancelAll() {
        return trader().cancelAll();
    }

    /** Waits until an order cannot trade any more, and returns it. */
    public static Order waitFor(Id order) {
        return trader().waitFor(order);
    }

    /** The same for so many seconds at most. */
    public static Order waitFor(Id order, double seconds) {
        return trader().waitFor(order, seconds);
    }

    /** What became of an order, by its client key. */
    public static Outcome outcome(String clientKey) {
        return trader().outcome(clientKey);
    }

    /** The last tick; subscribes and waits for the first one if need be. */
    public static Tick tick(String instrument) {
        return trader().tick(instrument);
    }

    /** The last tick of each instrument. */
    public static List<Tick> ticks() {
        return engine().ticks();
    }

    /** An order. */
    public static Order order(Id id) {
        return trader().lookup().order(id);
    }

    /** An order. */
    public static Order order(String id) {
        return trader().lookup().order(Lookup.id(id));
    }

    /** All orders of the day. */
    public static List<Order> orders() {
        return engine().orders();
    }

    /** The orders that can still trade. */
    public static List<Order> activeOrders() {
        return engine().activeOrders();
    }

    /** All trades of the day. */
    public static List<Trade> trades() {
        return engine().trades();
    }

    /** The trades of an order. */
    public static List<Trade> trades(Id order) {
        return engine().trades(order);
    }

    /** A two-sided quote. */
    public static Quote quote(String id) {
        return trader().lookup().quote(Lookup.id(id));
    }

    /** All two-sided quotes of the day. */
    public static List<Quote> quotes() {
        return engine().quotes();
    }

    /** What is held on one side; of no volume if nothing is. */
    public static Position position(String instrument, Direction direction) {
        return trader().position(instrument, direction);
    }

    /** All positions. */
    public static List<Position> positions() {
        return engine().positions();
    }

    /** The only account. */
    public static Account account() {
        return trader().lookup().account();
    }

    /** An account. */
    public static Account account(String id) {
        return trader().lookup().account(Lookup.id(id));
    }

    /** All accounts. */
    public static List<Account> accounts() {
        return engine().accounts();
    }

    /** The contract of an instrument. */
    public static Contract contract(String instrument) {
        return trader().lookup().contract(instrument);
    }

    /** All contracts. */
    public static List<Contract> contracts() {
        return engine().contracts();
    }

    /** Recorded bars since a day, such as {@code "2018-12-03"}. */
    public static List<Bar> bars(String instrument, String from, Interval interval) {
        return trader().lookup().bars(instrument, from, "", interval);
    }

    /** Recorded bars between two days, or times such as {@code "2018-12-03T09:00"}. */
    public static List<Bar> bars(String instrument, String from, String to, Interval interval) {
        return trader().lookup().bars(instrument, from, to, interval);
    }

    /** Prints a value on one line. */
    public static void print(Object value) {
        trader().console().print(value);
    }

    /** Prints values as a table of aligned columns. */
    public static void table(List<?> values) {
        trader().console().table(values);
    }

    /** Prints values as CSV. */
    public static void csv(List<?> values) {
        trader().console().csv(values);
    }

    /** Adds values as CSV to a file. */
    public static void csv(List<?> values, String file) {
        trader().console().csv(values, file);
    }

    /** Prints the events of instruments as they come, until {@link #unwatch}. */
    public static void watch(String... instruments) {
        trader().watch(List.of(instruments));
    }

    /** Ends what {@link #watch} began. */
    public static void unwatch() {
        trader().console().unwatch();
    }

    /** Writes to the engine's log, and as a message. */
    public static void log(String message) {
        trader().log(message);
    }

    /** Waits so many seconds, or until the script is stopped. */
    public static void sleep(double seconds) {
        trader().sleep(seconds);
    }

    /** Whether the script is to go on; for the loops of strategies. */
    public static boolean running() {
        return trader().isRunning();
    }

    /** Has {@link #running} say no, ends waits, and lets no more orders be sent until {@link #go}. */
    public static void stop() {
        trader().stop();
    }

    /** Goes on after a {@link #stop}, a signal or an interrupt. */
    public static void go() {
        trader().go();
    }

    /** Prints what verbs there are. */
    public static void help() {
        trader().console().help();
    }
}

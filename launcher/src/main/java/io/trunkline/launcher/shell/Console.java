package io.trunkline.launcher.shell;

import io.trunkline.engine.PlainText;
import io.trunkline.engine.event.EventEngine;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import io.trunkline.launcher.text.AnyShape;
import io.trunkline.launcher.text.EventText;
import io.trunkline.launcher.text.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where a script prints: data on one stream, messages on another. Safe from any thread. */
public final class Console {

    private static final List<Class<? extends Event>> WATCHED =
            List.of(Tick.class, Order.class, Trade.class, Quote.class, Position.class);

    private final PrintStream out;
    private final PrintStream messages;
    private final Map<Listing, List<Registration>> watches = new ConcurrentHashMap<>();

    /** An instrument at a gateway path. */
    private record Listing(String gateway, InstrumentId instrument) {}

    private Console(PrintStream out, PrintStream messages) {
        this.out = out;
        this.messages = messages;
    }

    /** One that prints on these streams, which it does not close. */
    public static Console of(PrintStream out, PrintStream messages) {
        return new Console(out, messages);
    }

    /** Prints one value: an event as a line for people, anything else as its text. */
    public void print(Object value) {
        out.println(value instanceof Event event ? EventText.line(event) : PlainText.of(String.valueOf(value)));
    }

    /** Prints a message. */
    public void say(String message) {
        messages.println(PlainText.of(message));
    }

    /** Prints values as a table of aligned columns. */
    public void table(List<?> values) {
        if (values.isEmpty()) say("none");
        AnyShape.lines(Format.TABLE, values).forEach(out::println);
    }

    /** Prints values as CSV with a line of headings. */
    public void csv(List<?> values) {
        AnyShape.lines(Format.CSV, values).forEach(out::println);
    }

    /** Adds values as CSV to a file; a new one begins with a line of headings. */
    public void csv(List<?> values, String file) {
        try {
            Path path = Path.of(file);
            boolean isNew = Files.notExists(path) || Files.size(path) == 0;
            List<String> lines = AnyShape.lines(Format.CSV, values);
            Files.write(path, isNew || lines.isEmpty() ? lines : lines.subList(1, lines.size()),
                    StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException | InvalidPathException e) {
            throw new ScriptException("cannot write to " + file + ": " + e);
        }
    }

    void watch(EventEngine events, Contract contract) {
        watches.computeIfAbsent(new Listing(contract.gateway(), contract.instrument()), added -> {
            List<Registration> registrations = new ArrayList<>();
            for (Class<? extends Event> type : WATCHED) {
                registrations.add(events.on(type, event -> show(event, added)));
            }
            return registrations;
        });
    }

    private void show(Event event, Listing wanted) {
        if (wanted.equals(listingOf(event))) print(event);
    }

    private static Listing listingOf(Event event) {
        if (event instanceof Tick tick) return new Listing(tick.gateway(), tick.instrument());
        if (event instanceof Order order) return new Listing(order.gateway(), order.instrument());
        if (event instanceof Trade trade) return new Listing(trade.gateway(), trade.instrument());
        if (event instanceof Quote quote) return new Listing(quote.gateway(), quote.instrument());
        Position position = (Position) event;
        return new Listing(position.gateway(), position.instrument());
    }

    /** Ends what {@link ScriptTrader#watch} began. */
    public void unwatch() {
        watches.values().forEach(registrations -> registrations.forEach(Registration::close));
        watches.clear();
    }

    /** Prints what verbs there are. */
    public void help() {
        try (InputStream in = Console.class.getResourceAsStream("verbs.txt")) {
            out.print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.flush();
    }
}

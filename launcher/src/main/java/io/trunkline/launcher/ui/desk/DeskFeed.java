package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Snapshot;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes what an engine reports into queues, on the event thread, beginning with what its books hold. Anybody may drain
 * the queues.
 */
final class DeskFeed implements AutoCloseable {

    final ConflatingQueue<TickKey, Tick> ticks = new ConflatingQueue<>();
    final ConflatingQueue<Id, Order> orders = new ConflatingQueue<>();
    final ConflatingQueue<Id, Trade> trades = new ConflatingQueue<>();
    final ConflatingQueue<Id, Quote> quotes = new ConflatingQueue<>();
    final ConflatingQueue<Id, Position> positions = new ConflatingQueue<>();
    final ConflatingQueue<Id, Account> accounts = new ConflatingQueue<>();
    final ConflatingQueue<Long, LogLine> log = new ConflatingQueue<>(TableKinds.LOG_ROWS);
    private final AtomicBoolean hasNewChoices = new AtomicBoolean(true);
    private Registration registration = () -> { }; // guarded by this
    private boolean isClosed; // guarded by this
    private long logLines; // for the event thread, once started

    /** A feed that numbers log lines from a number on. */
    DeskFeed(long firstLogNumber) {
        logLines = firstLogNumber;
    }

    /** Begins to follow the engine. Returns at once. */
    void start(MainEngine engine) {
        engine.events().execute(() -> begin(engine));
    }

    private synchronized void begin(MainEngine engine) {
        if (isClosed) return;
        seed(engine.snapshot());
        registration = engine.events().onAll(this::take);
    }

    private void seed(Snapshot books) {
        List.of(books.ticks(), books.orders(), books.trades(), books.quotes(), books.positions(), books.accounts())
                .forEach(records -> records.forEach(this::take));
    }

    private void take(Event event) {
        if (event instanceof Tick tick) ticks.put(TickKey.of(tick), tick);
        else if (event instanceof Order order) orders.put(order.id(), order);
        else if (event instanceof Trade trade) trades.put(trade.id(), trade);
        else if (event instanceof Quote quote) quotes.put(quote.id(), quote);
        else if (event instanceof Position position) positions.put(position.id(), position);
        else if (event instanceof Account account) accounts.put(account.id(), account);
        else if (event instanceof LogEntry entry) log.put(logLines, new LogLine(logLines++, entry));
        else if (event instanceof Resync resync) remove(resync);
        else if (event instanceof Contract || event instanceof GatewayStatus) hasNewChoices.set(true);
    }

    private void remove(Resync resync) {
        resync.removed(RecordKind.ORDER).forEach(orders::remove);
        resync.removed(RecordKind.TRADE).forEach(trades::remove);
        resync.removed(RecordKind.QUOTE).forEach(quotes::remove);
        resync.removed(RecordKind.POSITION).forEach(positions::remove);
        resync.removed(RecordKind.ACCOUNT).forEach(accounts::remove);
        if (!resync.removed(RecordKind.CONTRACT).isEmpty()) hasNewChoices.set(true);
    }

    /** Whether contracts or gateways changed since the last call. */
    boolean takeNewChoices() {
        return hasNewChoices.getAndSet(false);
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        registration.close();
    }
}

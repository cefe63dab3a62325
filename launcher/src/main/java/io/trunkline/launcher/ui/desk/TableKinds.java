package io.trunkline.launcher.ui.desk;

import static io.trunkline.launcher.ui.desk.FigureKind.AVERAGE;
import static io.trunkline.launcher.ui.desk.FigureKind.ID;
import static io.trunkline.launcher.ui.desk.FigureKind.MONEY;
import static io.trunkline.launcher.ui.desk.FigureKind.NUMBER;
import static io.trunkline.launcher.ui.desk.FigureKind.PRICE;
import static io.trunkline.launcher.ui.desk.FigureKind.TEXT;
import static io.trunkline.launcher.ui.desk.FigureKind.TIME;
import static io.trunkline.launcher.ui.desk.FigureKind.WORD;

import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import java.util.List;

/** The tables of the desk, with the columns that users of the model know. */
final class TableKinds {

    /** How many log entries stay in sight. */
    static final int LOG_ROWS = 10_000;
    /** How many records of a day stay in sight; active orders all do. */
    static final int DAY_ROWS = 100_000;

    static final TableKind<Tick> TICKS = new TableKind<>("ticks", TickKey::of, tick -> true, DAY_ROWS,
            Tick::gateway, Tick::instrument, List.of(
            DeskColumn.of("symbol", TEXT, 75, tick -> tick.instrument().symbol()),
            DeskColumn.of("exchange", TEXT, 75, tick -> tick.instrument().exchange().text()),
            DeskColumn.of("name", TEXT, 110, Tick::name),
            DeskColumn.of("last", PRICE, 80, tick -> known(tick.lastPrice())),
            DeskColumn.of("dayVolume", NUMBER, 80, Tick::volume),
            DeskColumn.of("open", PRICE, 80, tick -> known(tick.openPrice())),
            DeskColumn.of("high", PRICE, 80, tick -> known(tick.highPrice())),
            DeskColumn.of("low", PRICE, 80, tick -> known(tick.lowPrice())),
            DeskColumn.<Tick>of("bidPrice", PRICE, 80, tick -> known(tick.bidPrice())).toned(Tone.BID),
            DeskColumn.<Tick>of("bidVolume", NUMBER, 70, Tick::bidVolume).toned(Tone.BID),
            DeskColumn.<Tick>of("askPrice", PRICE, 80, tick -> known(tick.askPrice())).toned(Tone.ASK),
            DeskColumn.<Tick>of("askVolume", NUMBER, 70, Tick::askVolume).toned(Tone.ASK),
            DeskColumn.of("time", TIME, 108, Tick::time),
            DeskColumn.of("gateway", TEXT, 80, Tick::gateway)));

    static final TableKind<Order> ORDERS = orders("orders", false);

    static final TableKind<Order> ACTIVE = orders("active", true);

    static final TableKind<Trade> TRADES = new TableKind<>("trades", Trade::id, trade -> true, DAY_ROWS,
            Trade::gateway, Trade::instrument, List.of(
            DeskColumn.of("tradeId", ID, 115, trade -> trade.id().value()),
            DeskColumn.of("orderId", ID, 115, trade -> trade.orderId().value()),
            DeskColumn.of("symbol", TEXT, 75, trade -> trade.instrument().symbol()),
            DeskColumn.of("exchange", TEXT, 75, trade -> trade.instrument().exchange().text()),
            DeskColumn.of("direction", WORD, 70, Trade::direction).toned(trade -> side(trade.direction())),
            DeskColumn.of("offset", WORD, 80, Trade::offset),
            DeskColumn.of("price", PRICE, 80, Trade::price),
            DeskColumn.of("volume", NUMBER, 70, Trade::volume),
            DeskColumn.of("time", TIME, 108, Trade::time),
            DeskColumn.of("reference", TEXT, 115, Trade::reference),
            DeskColumn.of("owner", TEXT, 70, Trade::owner),
            DeskColumn.of("gateway", TEXT, 80, Trade::gateway)));

    static final TableKind<Quote> QUOTES = new TableKind<>("quotes", Quote::id, quote -> true, DAY_ROWS,
            Quote::gateway, Quote::instrument, List.of(
            DeskColumn.of("quoteId", ID, 115, quote -> quote.id().value()),
            DeskColumn.of("reference", TEXT, 115, Quote::reference),
            DeskColumn.of("symbol", TEXT, 75, quote -> quote.instrument().symbol()),
            DeskColumn.of("exchange", TEXT, 75, quote -> quote.instrument().exchange().text()),
            DeskColumn.<Quote>of("bidOffset", WORD, 80, Quote::bidOffset).toned(Tone.BID),
            DeskColumn.<Quote>of("bidVolume", NUMBER, 70, Quote::bidVolume).toned(Tone.BID),
            DeskColumn.<Quote>of("bidPrice", PRICE, 80, Quote::bidPrice).toned(Tone.BID),
            DeskColumn.<Quote>of("askPrice", PRICE, 80, Quote::askPrice).toned(Tone.ASK),
            DeskColumn.<Quote>of("askVolume", NUMBER, 70, Quote::askVolume).toned(Tone.ASK),
            DeskColumn.<Quote>of("askOffset", WORD, 80, Quote::askOffset).toned(Tone.ASK),
            DeskColumn.of("status", WORD, 95, Quote::status).toned(quote -> progress(quote.status())),
            DeskColumn.of("time", TIME, 108, Quote::time),
            DeskColumn.of("owner", TEXT, 70, Quote::owner),
            DeskColumn.of("gateway", TEXT, 80, Quote::gateway)));

    static final TableKind<Position> POSITIONS = new TableKind<>("positions", Position::id, position -> true, DAY_ROWS,
            Position::gateway, Position::instrument, List.of(
            DeskColumn.of("symbol", TEXT, 75, position -> position.instrument().symbol()),
            DeskColumn.of("exchange", TEXT, 75, position -> position.instrument().exchange().text()),
            DeskColumn.of("direction", WORD, 70, Position::direction).toned(position -> side(position.direction())),
            DeskColumn.of("volume", NUMBER, 60, Position::volume),
            DeskColumn.of("overnight", NUMBER, 75, Position::ydVolume),
            DeskColumn.of("frozen", NUMBER, 60, Position::frozen),
            DeskColumn.of("average", AVERAGE, 85, Position::price),
            DeskColumn.of("pnl", MONEY, 90, Position::pnl)
                    .toned(position -> gain(position.pnl())),
            DeskColumn.of("gateway", TEXT, 80, Position::gateway)));

    static final TableKind<Account> ACCOUNTS = new TableKind<>("accounts", Account::id, account -> true, DAY_ROWS,
            Account::gateway, account -> null, List.of(
            DeskColumn.of("account", ID, 130, account -> account.id().value()),
            DeskColumn.of("balance", MONEY, 120, Account::balance),
            DeskColumn.of("frozen", MONEY, 110, Account::frozen),
            DeskColumn.of("available", MONEY, 120, Account::available),
            DeskColumn.of("gateway", TEXT, 80, Account::gateway)));

    static final TableKind<LogLine> LOG = new TableKind<>("log", LogLine::number, line -> true, LOG_ROWS,
            line -> line.entry().gateway(), line -> null, List.of(
            DeskColumn.of("time", TIME, 108, line -> line.entry().time()),
            DeskColumn.<LogLine>of("message", TEXT, 300, line -> line.entry().message())
                    .toned(line -> weight(line.entry())),
            DeskColumn.<LogLine>of("level", WORD, 70, line -> line.entry().level()).toned(line -> weight(line.entry())),
            DeskColumn.of("gateway", TEXT, 80, line -> line.entry().gateway())));

    /** All, for those who treat all alike. */
    static final List<TableKind<?>> ALL = List.of(TICKS, ACTIVE, ORDERS, QUOTES, TRADES, LOG, POSITIONS, ACCOUNTS);

    private TableKinds() {}

    private static TableKind<Order> orders(String name, boolean isActiveOnly) {
        int limit = isActiveOnly ? Integer.MAX_VALUE : DAY_ROWS;
        return new TableKind<>(name, Order::id, order -> !isActiveOnly || order.isActive(), limit,
                Order::gateway, Order::instrument, List.of(
                DeskColumn.of("orderId", ID, 115, order -> order.id().value()),
                DeskColumn.of("reference", TEXT, 115, Order::reference),
                DeskColumn.of("symbol", TEXT, 75, order -> order.instrument().symbol()),
                DeskColumn.of("exchange", TEXT, 75, order -> order.instrument().exchange().text()),
                DeskColumn.of("type", WORD, 65, Order::type),
                DeskColumn.of("direction", WORD, 70, Order::direction).toned(order -> side(order.direction())),
                DeskColumn.of("offset", WORD, 80, Order::offset),
                DeskColumn.of("price", PRICE, 75, order -> order.type() == OrderType.MARKET ? null : order.price()),
                DeskColumn.of("total", NUMBER, 60, Order::volume),
                DeskColumn.of("traded", NUMBER, 60, Order::traded),
                DeskColumn.of("status", WORD, 95, Order::status).toned(order -> progress(order.status())),
                DeskColumn.of("time", TIME, 108, Order::time),
                DeskColumn.of("owner", TEXT, 70, Order::owner),
                DeskColumn.of("note", TEXT, 120, Order::message),
                DeskColumn.of("gateway", TEXT, 80, Order::gateway)));
    }

    private static Double known(double price) {
        return price == 0 ? null : (Double) price;
    }

    private static Tone side(Direction direction) {
        return switch (direction) {
            case LONG -> Tone.LONG;
            case SHORT -> Tone.SHORT;
            case NET -> Tone.PLAIN;
        };
    }

    private static Tone gain(double pnl) {
        if (pnl == 0) return Tone.PLAIN;
        return pnl < 0 ? Tone.LOSS : Tone.GAIN;
    }

    private static Tone progress(Status status) {
        return switch (status) {
            case SUBMITTING, NOTTRADED, PARTTRADED -> Tone.PLAIN;
            case ALLTRADED, CANCELLED -> Tone.QUIET;
            case REJECTED -> Tone.ERROR;
        };
    }

    private static Tone weight(LogEntry entry) {
        if (entry.level().compareTo(LogLevel.ERROR) >= 0) return Tone.ERROR;
        return entry.level() == LogLevel.WARNING ? Tone.WARNING : Tone.PLAIN;
    }
}

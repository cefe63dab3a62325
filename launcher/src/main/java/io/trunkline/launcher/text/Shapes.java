package io.trunkline.launcher.text;

import static io.trunkline.launcher.text.Column.more;
import static io.trunkline.launcher.text.Column.shown;

import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.AppEvent;
import io.trunkline.engine.model.Bar;
import io.trunkline.engine.model.Conflated;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.OptionTerms;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The shapes of the model's values. */
public final class Shapes {

    /** Ticks; tables show the best level only. */
    public static final Shape<Tick> TICK = Shape.<Tick>of("tick", tick -> Zones.of(tick.instrument().exchange()),
            shown("instrument", Tick::instrument), shown("name", Tick::name), shown("last", Tick::lastPrice),
            shown("volume", Tick::volume), shown("openInterest", Tick::openInterest),
            shown("bidPrice1", Tick::bidPrice), shown("bidVolume1", Tick::bidVolume),
            shown("askPrice1", Tick::askPrice), shown("askVolume1", Tick::askVolume),
            shown("time", Tick::time), shown("gateway", Tick::gateway),
            more("turnover", Tick::turnover), more("lastVolume", Tick::lastVolume), more("limitUp", Tick::limitUp),
            more("limitDown", Tick::limitDown), more("open", Tick::openPrice), more("high", Tick::highPrice),
            more("low", Tick::lowPrice), more("preClose", Tick::preClose), more("localTime", Tick::localTime))
            .with(deeperLevels());

    /** Orders. */
    public static final Shape<Order> ORDER = Shape.of("order", order -> Zones.of(order.instrument().exchange()),
            shown("id", Order::id), shown("instrument", Order::instrument), shown("direction", Order::direction),
            shown("offset", Order::offset), shown("type", Order::type), shown("price", Order::price),
            shown("volume", Order::volume), shown("traded", Order::traded), shown("status", Order::status),
            shown("time", Order::time), shown("reference", Order::reference), shown("owner", Order::owner),
            shown("message", Order::message), more("clientKey", Order::clientKey), more("gateway", Order::gateway));

    /** Trades. */
    public static final Shape<Trade> TRADE = Shape.of("trade", trade -> Zones.of(trade.instrument().exchange()),
            shown("id", Trade::id), shown("orderId", Trade::orderId), shown("instrument", Trade::instrument),
            shown("direction", Trade::direction), shown("offset", Trade::offset), shown("price", Trade::price),
            shown("volume", Trade::volume), shown("time", Trade::time), shown("reference", Trade::reference),
            shown("owner", Trade::owner), more("clientKey", Trade::clientKey), more("gateway", Trade::gateway));

    /** Quotes. */
    public static final Shape<Quote> QUOTE = Shape.of("quote", quote -> Zones.of(quote.instrument().exchange()),
            shown("id", Quote::id), shown("instrument", Quote::instrument), shown("bidOffset", Quote::bidOffset),
            shown("bidVolume", Quote::bidVolume), shown("bidPrice", Quote::bidPrice),
            shown("askPrice", Quote::askPrice),
            shown("askVolume", Quote::askVolume), shown("askOffset", Quote::askOffset), shown("status", Quote::status),
            shown("time", Quote::time), shown("reference", Quote::reference), shown("owner", Quote::owner),
            shown("message", Quote::message), more("clientKey", Quote::clientKey), more("gateway", Quote::gateway));

    /** Positions. */
    public static final Shape<Position> POSITION =
            Shape.of("position", position -> Zones.of(position.instrument().exchange()),
            shown("instrument", Position::instrument), shown("direction", Position::direction),
            shown("volume", Position::volume), shown("ydVolume", Position::ydVolume), shown("frozen", Position::frozen),
            shown("price", Position::price), shown("pnl", Position::pnl), shown("gateway", Position::gateway),
            more("id", Position::id));

    /** Accounts. */
    public static final Shape<Account> ACCOUNT = Shape.of("account", account -> Zones.here(),
            shown("id", Account::id), shown("balance", Account::balance), shown("frozen", Account::frozen),
            shown("available", Account::available), shown("gateway", Account::gateway));

    /** Contracts; tables leave out the terms of options. */
    public static final Shape<Contract> CONTRACT =
            Shape.of("contract", contract -> Zones.of(contract.instrument().exchange()),
            shown("instrument", Contract::instrument), shown("name", Contract::name),
            shown("product", Contract::product),
            shown("size", Contract::size), shown("priceTick", Contract::priceTick),
            shown("minVolume", Contract::minVolume),
            shown("maxVolume", Contract::maxVolume), shown("historyData", Contract::historyData),
            shown("gateway", Contract::gateway), more("stopSupported", Contract::stopSupported),
            more("netPosition", Contract::netPosition), option("optionStrike", OptionTerms::strike),
            option("optionUnderlying", OptionTerms::underlying), option("optionType", OptionTerms::type),
            option("optionListed", OptionTerms::listed), option("optionExpiry", OptionTerms::expiry),
            option("optionPortfolio", OptionTerms::portfolio), option("optionIndex", OptionTerms::index));

    /** Bars. */
    public static final Shape<Bar> BAR = Shape.of("bar", bar -> Zones.of(bar.instrument().exchange()),
            shown("time", Bar::time), shown("open", Bar::open), shown("high", Bar::high), shown("low", Bar::low),
            shown("close", Bar::close), shown("volume", Bar::volume), shown("turnover", Bar::turnover),
            shown("openInterest", Bar::openInterest), more("instrument", Bar::instrument),
            more("interval", bar -> bar.interval().text()), more("gateway", Bar::gateway));

    /** States of gateways. */
    public static final Shape<GatewayStatus> STATE = Shape.of("state", status -> Zones.here(),
            shown("gateway", GatewayStatus::gateway), shown("state", GatewayStatus::state),
            shown("time", GatewayStatus::time), shown("detail", GatewayStatus::detail));

    /** Log entries. */
    public static final Shape<LogEntry> LOG = Shape.of("log", entry -> Zones.here(),
            shown("time", LogEntry::time), shown("level", LogEntry::level), shown("gateway", LogEntry::gateway),
            shown("message", LogEntry::message));

    /** What options and settings amount to. */
    public static final Shape<SettingValue> SETTING = Shape.of("setting", value -> Zones.here(),
            shown("name", SettingValue::name), shown("value", SettingValue::value),
            shown("source", SettingValue::source));

    static final Shape<Resync> RESYNC = Shape.of("resync", resync -> Zones.here(),
            shown("gateway", Resync::gateway), shown("time", Resync::time),
            shown("removedOrders", resync -> resync.removed(RecordKind.ORDER).size()),
            shown("removed", Shapes::removed));

    static final Shape<Conflated> CONFLATED = Shape.of("conflated", conflated -> Zones.here(),
            shown("gateway", Conflated::gateway), shown("ticks", Conflated::ticks));

    static final Shape<AppEvent> APP = Shape.of("app", event -> Zones.here(),
            shown("kind", AppEvent::kind), shown("text", AppEvent::toString));

    /** Types of gateways and apps; tables show the name of the file only. */
    public static final Shape<PluginRow> PLUGIN = Shape.of("plugin", plugin -> Zones.here(),
            shown("type", PluginRow::type), shown("kind", PluginRow::kind), shown("file", PluginRow::fileName),
            shown("description", PluginRow::description), more("path", PluginRow::path));

    private Shapes() {}

    /** How many records of all kinds a comparison removed. */
    static int removed(Resync resync) {
        return resync.removed().values().stream().mapToInt(Set::size).sum();
    }

    private static Column<Contract> option(String name, Function<OptionTerms, Object> term) {
        return more(name, contract -> contract.option() == null ? null : term.apply(contract.option()));
    }

    private static List<Column<Tick>> deeperLevels() {
        List<Column<Tick>> columns = new ArrayList<>();
        for (int level = 2; level <= Depth.MAX_LEVELS; level++) {
            int number = level;
            columns.add(more("bidPrice" + level, tick -> at(tick, number, tick.depth().bidPrice(number))));
            columns.add(more("bidVolume" + level, tick -> at(tick, number, tick.depth().bidVolume(number))));
            columns.add(more("askPrice" + level, tick -> at(tick, number, tick.depth().askPrice(number))));
            columns.add(more("askVolume" + level, tick -> at(tick, number, tick.depth().askVolume(number))));
        }
        return columns;
    }

    private static Object at(Tick tick, int level, double figure) {
        return level <= tick.depth().levels() ? figure : null;
    }
}

package io.trunkline.rmi.wire;

import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.GatewayPath;
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
import io.trunkline.engine.model.Trade;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The bodies of all frames but ticks. Ids are written without the gateway path that the header's number stands for, so
 * that a reader puts its own path before them.
 */
final class RecordCodec {

    private static final OrderType[] ORDER_TYPES = OrderType.values();
    private static final Direction[] DIRECTIONS = Direction.values();
    private static final Offset[] OFFSETS = Offset.values();
    private static final Status[] STATUSES = Status.values();
    private static final Product[] PRODUCTS = Product.values();
    private static final OptionType[] OPTION_TYPES = OptionType.values();
    private static final LogLevel[] LEVELS = LogLevel.values();
    private static final GatewayState[] STATES = GatewayState.values();
    private static final RecordKind[] KINDS = RecordKind.values();

    private RecordCodec() {}

    private static void writeLocal(Id id, String gateway, WireWriter out) {
        if (!GatewayPath.isUnder(id.value(), gateway)) {
            throw new IllegalArgumentException(id + " is not of gateway " + gateway);
        }
        out.writeText(id.value().substring(gateway.length() + 1));
    }

    static void write(Order order, WireWriter out) {
        writeLocal(order.id(), order.gateway(), out);
        out.writeEnum(order.type());
        out.writeEnum(order.direction());
        out.writeEnum(order.offset());
        out.writeEnum(order.status());
        out.writeDouble(order.price());
        out.writeQuantity(order.volume());
        out.writeQuantity(order.traded());
        out.writeInstant(order.time());
        out.writeText(order.reference());
        out.writeText(order.clientKey());
        out.writeText(order.message());
    }

    static Order readOrder(String gateway, InstrumentId instrument, String owner, WireReader in) throws WireException {
        return Order.builder().id(Id.of(gateway, in.readText())).gateway(gateway).instrument(instrument)
                .type(in.readEnum(ORDER_TYPES)).direction(in.readEnum(DIRECTIONS)).offset(in.readEnum(OFFSETS))
                .status(in.readEnum(STATUSES)).price(in.readDouble()).volume(in.readQuantity())
                        .traded(in.readQuantity())
                .time(in.readInstant()).reference(in.readText()).clientKey(in.readText()).message(in.readText())
                .owner(owner).build();
    }

    static void write(Trade trade, WireWriter out) {
        writeLocal(trade.id(), trade.gateway(), out);
        writeLocal(trade.orderId(), trade.gateway(), out);
        out.writeEnum(trade.direction());
        out.writeEnum(trade.offset());
        out.writeDouble(trade.price());
        out.writeQuantity(trade.volume());
        out.writeInstant(trade.time());
        out.writeText(trade.reference());
        out.writeText(trade.clientKey());
    }

    static Trade readTrade(String gateway, InstrumentId instrument, String owner, WireReader in) throws WireException {
        return Trade.builder().id(Id.of(gateway, in.readText())).orderId(Id.of(gateway, in.readText())).gateway(gateway)
                .instrument(instrument).direction(in.readEnum(DIRECTIONS)).offset(in.readEnum(OFFSETS))
                .price(in.readDouble()).volume(in.readQuantity()).time(in.readInstant()).reference(in.readText())
                .clientKey(in.readText()).owner(owner).build();
    }

    static void write(Quote quote, WireWriter out) {
        writeLocal(quote.id(), quote.gateway(), out);
        out.writeDouble(quote.bidPrice());
        out.writeQuantity(quote.bidVolume());
        out.writeDouble(quote.askPrice());
        out.writeQuantity(quote.askVolume());
        out.writeEnum(quote.bidOffset());
        out.writeEnum(quote.askOffset());
        out.writeEnum(quote.status());
        out.writeInstant(quote.time());
        out.writeText(quote.reference());
        out.writeText(quote.clientKey());
        out.writeText(quote.message());
    }

    static Quote readQuote(String gateway, InstrumentId instrument, String owner, WireReader in) throws WireException {
        return Quote.builder().id(Id.of(gateway, in.readText())).gateway(gateway).instrument(instrument)
                .bidPrice(in.readDouble()).bidVolume(in.readQuantity()).askPrice(in.readDouble())
                .askVolume(in.readQuantity()).bidOffset(in.readEnum(OFFSETS)).askOffset(in.readEnum(OFFSETS))
                .status(in.readEnum(STATUSES)).time(in.readInstant()).reference(in.readText())
                .clientKey(in.readText()).message(in.readText()).owner(owner).build();
    }

    static void write(Position position, WireWriter out) {
        out.writeEnum(position.direction());
        out.writeQuantity(position.volume());
        out.writeQuantity(position.frozen());
        out.writeDouble(position.price());
        out.writeDouble(position.pnl());
        out.writeQuantity(position.ydVolume());
    }

    static Position readPosition(String gateway, InstrumentId instrument, WireReader in) throws WireException {
        return new Position(gateway, instrument, in.readEnum(DIRECTIONS), in.readQuantity(), in.readQuantity(),
                in.readDouble(), in.readDouble(), in.readQuantity());
    }

    static void write(Account account, WireWriter out) {
        writeLocal(account.id(), account.gateway(), out);
        out.writeDouble(account.balance());
        out.writeDouble(account.frozen());
        out.writeDouble(account.available());
    }

    static Account readAccount(String gateway, WireReader in) throws WireException {
        return new Account(Id.of(gateway, in.readText()), gateway, in.readDouble(), in.readDouble(), in.readDouble());
    }

    static void write(Contract contract, WireWriter out) {
        out.writeText(contract.name());
        out.writeEnum(contract.product());
        out.writeDouble(contract.size());
        out.writeDouble(contract.priceTick());
        out.writeQuantity(contract.minVolume());
        out.writeQuantity(contract.maxVolume());
        out.writeBoolean(contract.stopSupported());
        out.writeBoolean(contract.netPosition());
        out.writeBoolean(contract.historyData());
        OptionTerms option = contract.option();
        out.writeBoolean(option != null);
        if (option == null) return;
        out.writeDouble(option.strike());
        out.writeText(option.underlying());
        out.writeEnum(option.type());
        out.writeInstant(option.listed());
        out.writeInstant(option.expiry());
        out.writeText(option.portfolio());
        out.writeText(option.index());
    }

    static Contract readContract(String gateway, InstrumentId instrument, WireReader in) throws WireException {
        Contract.Builder builder = Contract.builder().gateway(gateway).instrument(instrument).name(in.readText())
                .product(in.readEnum(PRODUCTS)).size(in.readDouble()).priceTick(in.readDouble())
                .minVolume(in.readQuantity()).maxVolume(in.readQuantity()).stopSupported(in.readBoolean())
                .netPosition(in.readBoolean()).historyData(in.readBoolean());
        if (in.readBoolean()) {
            builder.option(new OptionTerms(in.readDouble(), in.readText(), in.readEnum(OPTION_TYPES), in.readInstant(),
                    in.readInstant(), in.readText(), in.readText()));
        }
        return builder.build();
    }

    static void write(LogEntry entry, WireWriter out) {
        out.writeEnum(entry.level());
        out.writeInstant(entry.time());
        out.writeText(entry.message());
    }

    static LogEntry readLog(String gateway, WireReader in) throws WireException {
        LogLevel level = in.readEnum(LEVELS);
        Instant time = in.readTime();
        return new LogEntry(gateway, level, in.readText(), time);
    }

    static void write(GatewayStatus status, WireWriter out) {
        out.writeEnum(status.state());
        out.writeInstant(status.time());
        out.writeText(status.detail());
    }

    static GatewayStatus readStatus(String gateway, WireReader in) throws WireException {
        GatewayState state = in.readEnum(STATES);
        Instant time = in.readTime();
        return new GatewayStatus(gateway, state, in.readText(), time);
    }

    static void write(Resync resync, WireWriter out) {
        out.writeInstant(resync.time());
        out.writeVarint(resync.removed().size());
        resync.removed().forEach((kind, ids) -> {
            out.writeEnum(kind);
            out.writeVarint(ids.size());
            ids.forEach(id -> writeLocal(id, resync.gateway(), out));
        });
    }

    static Resync readResync(String gateway, WireReader in) throws WireException {
        Instant time = in.readTime();
        Map<RecordKind, Set<Id>> removed = new EnumMap<>(RecordKind.class);
        for (int kinds = in.readCount(); kinds > 0; kinds--) {
            Set<Id> ids = removed.computeIfAbsent(in.readEnum(KINDS), kind -> new LinkedHashSet<>());
            for (int count = in.readCount(); count > 0; count--) ids.add(Id.of(gateway, in.readText()));
        }
        return new Resync(gateway, removed, time);
    }
}

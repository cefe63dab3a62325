package io.trunkline.rmi.wire;

import io.trunkline.engine.model.Bar;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Interval;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Refusal;
import io.trunkline.engine.model.Reply;
import io.trunkline.engine.model.Request;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of requests and replies. Paths and ids in them are always the server's.
 *
 * <p>Every decoder throws {@link WireException} for bytes that are not a message and IllegalArgumentException for
 * values that a request does not allow, such as a volume that is not a number.
 */
public final class Messages {

    private static final Exchange[] EXCHANGES = Exchange.values();
    private static final Direction[] DIRECTIONS = Direction.values();
    private static final OrderType[] ORDER_TYPES = OrderType.values();
    private static final Offset[] OFFSETS = Offset.values();
    private static final Interval[] INTERVALS = Interval.values();

    private Messages() {}

    /** The bytes of a request. An order or quote is one that was sent now. */
    public static byte[] encode(Request request) {
        return encode(request, System.nanoTime());
    }

    /** The bytes of a request; if it is an order or quote, with the {@link System#nanoTime} at which it was sent. */
    public static byte[] encode(Request request, long nanos) {
        WireWriter out = new WireWriter(128);
        if (request instanceof CancelRequest cancel) {
            writeCancel(cancel.id(), cancel.instrument(), out);
            return out.toByteArray();
        }
        if (request instanceof CancelQuoteRequest cancel) {
            writeCancel(cancel.id(), cancel.instrument(), out);
            return out.toByteArray();
        }
        out.writeText(request.gateway());
        writeInstrument(request.instrument(), out);
        if (request instanceof OrderRequest order) write(order, nanos, out);
        else if (request instanceof QuoteRequest quote) write(quote, nanos, out);
        else if (request instanceof HistoryRequest history) write(history, out);
        return out.toByteArray();
    }

    private static void writeCancel(Id id, InstrumentId instrument, WireWriter out) {
        out.writeText(id.value());
        out.writeBoolean(instrument != null);
        if (instrument != null) writeInstrument(instrument, out);
    }

    private static void write(OrderRequest order, long nanos, WireWriter out) {
        out.writeEnum(order.direction());
        out.writeEnum(order.type());
        out.writeDouble(order.volume());
        out.writeDouble(order.price());
        out.writeEnum(order.offset());
        writeLabels(order.reference(), order.clientKey(), order.validity(), out);
        out.writeLong(nanos);
    }

    private static void write(QuoteRequest quote, long nanos, WireWriter out) {
        out.writeDouble(quote.bidPrice());
        out.writeDouble(quote.bidVolume());
        out.writeDouble(quote.askPrice());
        out.writeDouble(quote.askVolume());
        out.writeEnum(quote.bidOffset());
        out.writeEnum(quote.askOffset());
        writeLabels(quote.reference(), quote.clientKey(), quote.validity(), out);
        out.writeLong(nanos);
    }

    private static void writeLabels(String reference, String clientKey, Duration validity, WireWriter out) {
        out.writeText(reference);
        out.writeText(clientKey);
        out.writeVarint(validity.getSeconds());
        out.writeVarint(validity.getNano());
    }

    private static void write(HistoryRequest history, WireWriter out) {
        out.writeInstant(history.start());
        out.writeInstant(history.end());
        out.writeEnum(history.interval());
    }

    private static Duration readValidity(WireReader in) throws WireException {
        try {
            return Duration.ofSeconds(in.readVarint(), in.readVarint());
        } catch (ArithmeticException e) {
            throw new WireException("a validity is out of range", e);
        }
    }

    /** Reads a request for ticks. */
    public static SubscribeRequest decodeSubscribe(byte[] bytes) throws WireException {
        WireReader in = new WireReader(bytes);
        return complete(new SubscribeRequest(in.readText(), readInstrument(in)), in);
    }

    /** Reads a request to end asking for ticks. */
    public static UnsubscribeRequest decodeUnsubscribe(byte[] bytes) throws WireException {
        WireReader in = new WireReader(bytes);
        return complete(new UnsubscribeRequest(in.readText(), readInstrument(in)), in);
    }

    /** Reads an order request. */
    public static Sent<OrderRequest> decodeOrder(byte[] bytes) throws WireException {
        WireReader in = new WireReader(bytes);
        OrderRequest request = new OrderRequest(in.readText(), readInstrument(in), in.readEnum(DIRECTIONS),
                in.readEnum(ORDER_TYPES), in.readDouble(), in.readDouble(), in.readEnum(OFFSETS), in.readText(),
                in.readText(), readValidity(in), "");
        return complete(new Sent<>(request, in.readLong()), in);
    }

    /** Reads a quote request. */
    public static Sent<QuoteRequest> decodeQuote(byte[] bytes) throws WireException {
        WireReader in = new WireReader(bytes);
        QuoteRequest request = new QuoteRequest(in.readText(), readInstrument(in), in.readDouble(), in.readDouble(),
                in.readDouble(), in.readDouble(), in.readEnum(OFFSETS), in.readEnum(OFFSETS), in.readText(),
                in.readText(), readValidity(in), "");
        return complete(new Sent<>(request, in.readLong()), in);
    }

    /** Reads a cancel of an order. */
    public static CancelRequest decodeCancel(byte[] bytes) throws WireException {
        WireReader in = new WireReader(bytes);
        return complete(new CancelRequest(new Id(in.readText()), in.readBoolean() ? readInstrument(in) : null), in);
    }

    /** Reads a cancel of a quote. */
    public static CancelQuoteRequest decodeCancelQuote(byte[] bytes) throws WireException {
        WireReader in = new WireReader(bytes);
        return complete(new CancelQuoteRequest(new Id(in.readText()), in.readBoolean() ? readInstrument(in) : null),
                in);
    }

    /** Reads a request for bars. */
    public static HistoryRequest decodeHistory(byte[] bytes) throws WireException {
        WireReader in = new WireReader(bytes);
        return complete(new HistoryRequest(in.readText(), readInstrument(in), in.readTime(), in.readInstant(),
                in.readEnum(INTERVALS)), in);
    }

    /** The bytes of a text, such as a gateway path or a client key. */
    public static byte[] encodeText(String text) {
        WireWriter out = new WireWriter(text.length() + 8);
        out.writeText(text);
        return out.toByteArray();
    }

    /** Reads a text. */
    public static String decodeText(byte[] bytes) throws WireException {
        WireReader in = new WireReader(bytes);
        return complete(in.readText(), in);
    }

    /** The bytes of a reply. */
    public static byte[] encode(Reply reply) {
        WireWriter out = new WireWriter(64);
        if (reply instanceof Outcome.Accepted accepted) {
            out.writeByte(0);
            out.writeText(accepted.id().value());
        } else if (reply instanceof Outcome.Refused refused) {
            writeRefusal(1, refused.refusal(), out);
        } else if (reply instanceof Outcome.InDoubt inDoubt) {
            out.writeByte(2);
            out.writeText(inDoubt.clientKey());
            out.writeText(inDoubt.reason());
        } else if (reply instanceof Outcome.NeverReceived never) {
            out.writeByte(3);
            out.writeText(never.clientKey());
        } else if (reply instanceof History.Bars bars) {
            writeBars(bars.list(), out);
        } else if (reply instanceof History.Refused refused) {
            writeRefusal(5, refused.refusal(), out);
        }
        return out.toByteArray();
    }

    private static void writeRefusal(int tag, Refusal refusal, WireWriter out) {
        out.writeByte(tag);
        out.writeText(refusal.rule());
        out.writeText(refusal.message());
    }

    private static void writeBars(List<Bar> bars, WireWriter out) {
        out.writeByte(4);
        out.writeVarint(bars.size());
        for (Bar bar : bars) {
            out.writeText(bar.gateway());
            writeInstrument(bar.instrument(), out);
            out.writeInstant(bar.time());
            out.writeEnum(bar.interval());
            out.writeQuantity(bar.volume());
            out.writeQuantity(bar.turnover());
            out.writeQuantity(bar.openInterest());
            out.writeDouble(bar.open());
            out.writeDouble(bar.high());
            out.writeDouble(bar.low());
            out.writeDouble(bar.close());
        }
    }

    /** Reads the reply to anything but a request for bars. */
    public static Outcome decodeOutcome(byte[] bytes) throws WireException {
        WireReader in = new WireReader(bytes);
        try {
            Outcome outcome = switch (in.readByte()) {
                case 0 -> Outcome.accepted(new Id(in.readText()));
                case 1 -> Outcome.refused(in.readText(), in.readText());
                case 2 -> new Outcome.InDoubt(in.readText(), in.readText());
                case 3 -> new Outcome.NeverReceived(in.readText());
                default -> throw new WireException("not an outcome");
            };
            return complete(outcome, in);
        } catch (IllegalArgumentException e) {
            throw new WireException("an outcome has a value that is not allowed: " + e.getMessage(), e);
        }
    }

    /** Reads the reply to a request for bars. */
    public static History decodeBars(byte[] bytes) throws WireException {
        WireReader in = new WireReader(bytes);
        try {
            return switch (in.readByte()) {
                case 4 -> complete(History.bars(readBars(in)), in);
                case 1, 5 -> complete(History.refused(in.readText(), in.readText()), in);
                default -> throw new WireException("not a reply with bars");
            };
        } catch (IllegalArgumentException e) {
            throw new WireException("a bar has a value that is not allowed: " + e.getMessage(), e);
        }
    }

    private static List<Bar> readBars(WireReader in) throws WireException {
        List<Bar> bars = new ArrayList<>();
        for (int count = in.readCount(); count > 0; count--) {
            bars.add(new Bar(in.readText(), readInstrument(in), in.readTime(), in.readEnum(INTERVALS),
                    in.readQuantity(),
                    in.readQuantity(), in.readQuantity(), in.readDouble(), in.readDouble(), in.readDouble(),
                    in.readDouble()));
        }
        return bars;
    }

    private static void writeInstrument(InstrumentId instrument, WireWriter out) {
        out.writeText(instrument.symbol());
        out.writeEnum(instrument.exchange());
    }

    private static InstrumentId readInstrument(WireReader in) throws WireException {
        return new InstrumentId(in.readText(), in.readEnum(EXCHANGES));
    }

    private static <T> T complete(T message, WireReader in) throws WireException {
        in.expectEnd();
        return message;
    }
}

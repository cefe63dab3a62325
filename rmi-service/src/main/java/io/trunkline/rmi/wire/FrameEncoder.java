package io.trunkline.rmi.wire;

import io.trunkline.engine.event.AppEventCodec;
import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.AppEvent;
import io.trunkline.engine.model.Conflated;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import io.trunkline.rmi.wire.Dictionary.GatewayEntry;
import io.trunkline.rmi.wire.Dictionary.Image;
import io.trunkline.rmi.wire.Dictionary.InstrumentEntry;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns events into frames. What a frame refers to by number is defined by a frame before it; those definitions take
 * sequence numbers like any other frame.
 *
 * <p>For one thread. Allocates nothing for a tick whose instrument is known.
 */
public final class FrameEncoder {

    private static final int MAX_DEFINED = 1 << 12; // characters of a path, symbol, name or owner

    private final Dictionary dictionary;
    private final Image image; // null while encoding gives numbers
    private final Function<String, Optional<AppEventCodec<?>>> codecs;
    private final int longest;
    private GatewayEntry lastGateway; // most events come from the gateway that the one before came from
    private long sequence;
    private int frameStart; // where the event's own frame begins in the writer; -1 before it does

    /**
     * An encoder that gives numbers from a dictionary.
     *
     * @param dictionary no other encoder may use it
     * @param sequence the sequence of the last frame before its first
     * @param codecs finds the codecs of app events
     */
    public FrameEncoder(Dictionary dictionary, long sequence, Function<String, Optional<AppEventCodec<?>>> codecs) {
        this(dictionary, sequence, codecs, Protocol.MAX_FRAME);
    }

    /** An encoder that refuses events whose frames are above a length, which is at most {@link Protocol#MAX_FRAME}. */
    public FrameEncoder(
            Dictionary dictionary, long sequence, Function<String, Optional<AppEventCodec<?>>> codecs, int longest) {
        this(dictionary, null, sequence, codecs, longest);
    }

    private FrameEncoder(
            Dictionary dictionary, Image image, long sequence, Function<String, Optional<AppEventCodec<?>>> codecs,
            int longest) {
        this.dictionary = dictionary;
        this.image = image;
        this.sequence = sequence;
        this.codecs = codecs;
        this.longest = longest;
    }

    /**
     * An encoder for records of a snapshot: it gives no numbers but uses those of an image, and every frame has the
     * snapshot's sequence. It may be used while another thread goes on encoding with the dictionary.
     */
    public static FrameEncoder ofImage(Image image, long sequence) {
        return new FrameEncoder(image.dictionary, image, sequence, kind -> Optional.empty(), Protocol.MAX_FRAME);
    }

    /** The sequence of the last frame written. */
    public long sequence() {
        return sequence;
    }

    /**
     * Writes an event's frame, after the definitions that it needs.
     *
     * @return whether there is a frame; timer events and app events without a codec have none
     * @throws IllegalArgumentException if the event cannot be encoded, such as one above the longest frame; then only
     *     definitions are written
     */
    public boolean encode(Event event, WireWriter out) {
        frameStart = -1;
        try {
            if (!write(event, out)) return false;
            if (out.length() - frameStart > longest) {
                throw new IllegalArgumentException("an event is longer than " + longest + " bytes");
            }
            Frames.end(out, frameStart);
            return true;
        } catch (RuntimeException e) {
            if (frameStart >= 0) {
                out.truncate(frameStart);
                if (image == null) sequence--;
            }
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " not encoded: " + e.getMessage(), e);
        }
    }

    /**
     * Writes the frame of an event whose definitions are known, with the sequence of the last frame: outside of the
     * sequence.
     */
    public void encodeOutside(Event event, WireWriter out) {
        long last = sequence;
        sequence = last - 1;
        try {
            encode(event, out);
        } finally {
            sequence = last;
        }
    }

    /** Writes the frame of a digest. */
    public void encode(Digest digest, WireWriter out) {
        begin(out, FrameKind.DIGEST, 0, digest.visibility(), 0);
        digest.write(out);
        Frames.end(out, frameStart);
    }

    /** Numbers what the event refers to, and writes the definitions only. */
    public void define(Event event, WireWriter out) {
        if (event instanceof Contract contract) instrument(contract, out);
        else if (event instanceof Tick tick) define(tick, out);
        else if (event instanceof Order order) define(order.gateway(), order.instrument(), order.owner(), out);
        else if (event instanceof Trade trade) define(trade.gateway(), trade.instrument(), trade.owner(), out);
        else if (event instanceof Quote quote) define(quote.gateway(), quote.instrument(), quote.owner(), out);
        else if (event instanceof Position position) define(position.gateway(), position.instrument(), "", out);
        else if (event instanceof Account account) gateway(account.gateway(), out);
        else if (event instanceof GatewayStatus status) gateway(status.gateway(), out);
    }

    private void define(Tick tick, WireWriter out) {
        instrument(gateway(tick.gateway(), out), tick.instrument(), tick.name(), out);
    }

    private void define(String gateway, InstrumentId instrument, String owner, WireWriter out) {
        instrument(gateway(gateway, out), instrument, "", out);
        owner(owner, out);
    }

    /** Begins the event's frame and writes its body; {@link #encode} ends it. Answers whether there is a frame. */
    private boolean write(Event event, WireWriter out) {
        if (event instanceof Tick tick) {
            GatewayEntry gateway = gateway(tick.gateway(), out);
            InstrumentEntry instrument = instrument(gateway, tick.instrument(), tick.name(), out);
            begin(out, FrameKind.TICK, gateway.number, instrument.number(), 0);
            TickWriter.write(tick, instrument, out);
        } else if (event instanceof Order order) {
            begin(out, FrameKind.ORDER, order.gateway(), order.instrument(), order.owner());
            RecordCodec.write(order, out);
        } else if (event instanceof Trade trade) {
            begin(out, FrameKind.TRADE, trade.gateway(), trade.instrument(), trade.owner());
            RecordCodec.write(trade, out);
        } else if (event instanceof Quote quote) {
            begin(out, FrameKind.QUOTE, quote.gateway(), quote.instrument(), quote.owner());
            RecordCodec.write(quote, out);
        } else if (event instanceof Position position) {
            begin(out, FrameKind.POSITION, position.gateway(), position.instrument(), "");
            RecordCodec.write(position, out);
        } else if (event instanceof Contract contract) {
            InstrumentEntry instrument = instrument(contract, out);
            begin(out, FrameKind.CONTRACT, instrument.gateway().number, instrument.number(), 0);
            RecordCodec.write(contract, out);
        } else {
            return writeRest(event, out);
        }
        return true;
    }

    private boolean writeRest(Event event, WireWriter out) {
        if (event instanceof Account account) {
            begin(out, FrameKind.ACCOUNT, account.gateway());
            RecordCodec.write(account, out);
        } else if (event instanceof LogEntry entry) {
            begin(out, FrameKind.LOG, entry.gateway());
            RecordCodec.write(entry, out);
        } else if (event instanceof GatewayStatus status) {
            begin(out, FrameKind.STATUS, status.gateway());
            RecordCodec.write(status, out);
        } else if (event instanceof Resync resync) {
            begin(out, FrameKind.RESYNC, resync.gateway());
            RecordCodec.write(resync, out);
        } else if (event instanceof Conflated conflated) {
            begin(out, FrameKind.CONFLATED, conflated.gateway());
            out.writeVarint(conflated.ticks());
        } else if (event instanceof AppEvent appEvent) {
            return write(appEvent, out);
        } else {
            return false; // timer events
        }
        return true;
    }

    private boolean write(AppEvent event, WireWriter out) {
        AppEventCodec<?> codec = codecs.apply(event.kind()).orElse(null);
        if (codec == null) return false;
        byte[] bytes = encode(codec, event);
        begin(out, FrameKind.APP, 0, 0, 0);
        out.writeText(event.kind());
        out.writeVarint(codec.version());
        out.writeVarint(bytes.length);
        out.writeBytes(bytes, 0, bytes.length);
        return true;
    }

    private static <E extends AppEvent> byte[] encode(AppEventCodec<E> codec, AppEvent event) {
        byte[] bytes = codec.encode(codec.type().cast(event));
        if (bytes.length > 1 << 16) {
            throw new IllegalArgumentException("an app event of kind " + event.kind() + " has " + bytes.length
                    + " bytes, more than " + (1 << 16));
        }
        return bytes;
    }

    private void begin(WireWriter out, FrameKind kind, String gateway) {
        begin(out, kind, gateway(gateway, out).number, 0, 0);
    }

    private void begin(WireWriter out, FrameKind kind, String path, InstrumentId instrument, String owner) {
        GatewayEntry gateway = gateway(path, out);
        int number = instrument(gateway, instrument, "", out).number();
        begin(out, kind, gateway.number, number, owner(owner, out));
    }

    private void begin(WireWriter out, FrameKind kind, int gateway, int instrument, int owner) {
        if (image == null) sequence++;
        frameStart = Frames.begin(out, kind, gateway, sequence, instrument, owner);
    }

    private GatewayEntry gateway(String path, WireWriter out) {
        GatewayEntry last = lastGateway;
        if (last != null && last.path.equals(path)) return last;
        GatewayEntry entry = dictionary.findGateway(path);
        if (entry == null) {
            if (image != null) throw new IllegalArgumentException("not in the image: " + path);
            entry = dictionary.addGateway(checkLength(path));
            Definitions.write(entry, ++sequence, out);
        }
        lastGateway = entry;
        return entry;
    }

    private InstrumentEntry instrument(GatewayEntry gateway, InstrumentId instrument, String name, WireWriter out) {
        InstrumentEntry entry = gateway.instruments.get(instrument);
        if (image != null) return image.instrument(entry);
        return entry != null ? entry : define(gateway, instrument, 0, name, out);
    }

    private InstrumentEntry instrument(Contract contract, WireWriter out) {
        GatewayEntry gateway = gateway(contract.gateway(), out);
        InstrumentEntry entry = gateway.instruments.get(contract.instrument());
        checkLength(contract.name());
        if (image != null) return image.instrument(entry);
        boolean same = entry != null && entry.scale().tick() == contract.priceTick()
                && entry.name().equals(contract.name());
        return same ? entry : define(gateway, contract.instrument(), contract.priceTick(), contract.name(), out);
    }

    private InstrumentEntry define(GatewayEntry gateway, InstrumentId id, double priceTick, String name,
            WireWriter out) {
        checkLength(id.symbol());
        InstrumentEntry entry = dictionary.putInstrument(gateway, id, priceTick, checkLength(name));
        Definitions.write(entry, ++sequence, out);
        return entry;
    }

    /** Before a text is numbered: once it is, every reader must be able to take its definition. */
    private static String checkLength(String text) {
        if (text.length() > MAX_DEFINED) {
            throw new IllegalArgumentException("a name of " + text.length() + " characters; the limit is "
                    + MAX_DEFINED);
        }
        return text;
    }

    private int owner(String name, WireWriter out) {
        if (name.isEmpty()) return 0;
        int number = dictionary.findOwner(name);
        if (number == 0) {
            if (image != null) throw new IllegalArgumentException("not in the image: " + name);
            number = dictionary.addOwner(checkLength(name));
            Definitions.write(name, number, ++sequence, out);
        }
        return number;
    }
}

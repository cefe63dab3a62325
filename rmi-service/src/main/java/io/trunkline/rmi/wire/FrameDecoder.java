package io.trunkline.rmi.wire;

import io.trunkline.engine.event.AppEventCodec;
import io.trunkline.engine.model.Conflated;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.InstrumentId;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns frames back into events, seen through the reader's own gateway: paths and ids get its name before them. For one
 * thread.
 */
public final class FrameDecoder {

    private record Instrument(String gateway, InstrumentId id, PriceScale scale, String name) {}

    private static final int MOST_NUMBERS = 1 << 20;
    private static final Exchange[] EXCHANGES = Exchange.values();

    private final String name;
    private final Function<String, Optional<AppEventCodec<?>>> codecs;
    private final WireReader in = new WireReader(new byte[0]);
    private final TickReader ticks = new TickReader();
    private String[] gateways = new String[16];
    private String[] owners = new String[16];
    private Instrument[] instruments = new Instrument[64];
    private long unknownAppEvents;

    /**
     * A decoder that knows no numbers yet.
     *
     * @param name what paths and ids get before them; empty for nothing
     * @param codecs finds the codecs of app events
     */
    public FrameDecoder(String name, Function<String, Optional<AppEventCodec<?>>> codecs) {
        this.name = name;
        this.codecs = codecs;
        owners[0] = "";
        gateways[0] = name;
    }

    /** How many app events were skipped because nobody here knows their kind or version. */
    public long unknownAppEvents() {
        return unknownAppEvents;
    }

    /**
     * Decodes the frame at an offset, whose length was checked to lie within the array.
     *
     * @return the event, or null for a definition, a digest and an app event that nobody here knows
     * @throws WireException if the frame is not allowed
     */
    public Event decode(byte[] bytes, int offset) throws WireException {
        in.reset(bytes, offset + Frames.HEADER, offset + Frames.length(bytes, offset));
        try {
            Event event = decode(FrameKind.of(Frames.kind(bytes, offset)), bytes, offset);
            in.expectEnd();
            return event;
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new WireException("a frame has a value that is not allowed: " + e.getMessage(), e);
        }
    }

    private Event decode(FrameKind kind, byte[] bytes, int offset) throws WireException {
        return switch (kind) {
            case TICK -> {
                Instrument instrument = instrument(bytes, offset);
                yield ticks.read(instrument.gateway, instrument.id, instrument.name, instrument.scale, in);
            }
            case ORDER -> RecordCodec.readOrder(gateway(bytes, offset), instrument(bytes, offset).id,
                    owner(bytes, offset), in);
            case TRADE -> RecordCodec.readTrade(gateway(bytes, offset), instrument(bytes, offset).id,
                    owner(bytes, offset), in);
            case QUOTE -> RecordCodec.readQuote(gateway(bytes, offset), instrument(bytes, offset).id,
                    owner(bytes, offset), in);
            case POSITION -> RecordCodec.readPosition(gateway(bytes, offset), instrument(bytes, offset).id, in);
            case ACCOUNT -> RecordCodec.readAccount(gateway(bytes, offset), in);
            case CONTRACT -> RecordCodec.readContract(gateway(bytes, offset), instrument(bytes, offset).id, in);
            case LOG -> RecordCodec.readLog(gateway(bytes, offset), in);
            case STATUS -> RecordCodec.readStatus(gateway(bytes, offset), in);
            case RESYNC -> RecordCodec.readResync(gateway(bytes, offset), in);
            case CONFLATED -> new Conflated(gateway(bytes, offset), in.readVarint());
            case APP -> readAppEvent();
            case DEFINE_GATEWAY -> defineGateway(Frames.gateway(bytes, offset));
            case DEFINE_INSTRUMENT -> defineInstrument(Frames.instrument(bytes, offset), gateway(bytes, offset));
            case DEFINE_OWNER -> defineOwner(Frames.owner(bytes, offset));
            case DIGEST -> {
                Digest.read(in);
                yield null;
            }
            case PAD -> throw new WireException("a frame that only fills space was sent");
        };
    }

    private Event readAppEvent() throws WireException {
        String kind = in.readText();
        int version = (int) in.readVarint();
        byte[] bytes = in.readBytes(in.readCount());
        AppEventCodec<?> codec = codecs.apply(kind).orElse(null);
        if (codec != null) {
            try {
                return codec.decode(version, bytes);
            } catch (RuntimeException e) {
                // a version that this side does not know, or a fault of the codec: counted below
            }
        }
        unknownAppEvents++;
        return null;
    }

    private Event defineGateway(int number) throws WireException {
        if (number < 1) throw noNumber("gateway", number);
        gateways = withRoom(gateways, number);
        String path = in.readText();
        gateways[number] = name.isEmpty() ? path : GatewayPath.join(name, path);
        return null;
    }

    private Event defineInstrument(int number, String gateway) throws WireException {
        if (number < 1 || number > MOST_NUMBERS) throw noNumber("instrument", number);
        instruments = withRoom(instruments, number);
        InstrumentId id = new InstrumentId(in.readText(), in.readEnum(EXCHANGES));
        PriceScale scale = PriceScale.of(in.readDouble());
        instruments[number] = new Instrument(gateway, id, scale, in.readText());
        return null;
    }

    private Event defineOwner(int number) throws WireException {
        if (number < 1 || number > MOST_NUMBERS) throw noNumber("owner", number);
        owners = withRoom(owners, number);
        owners[number] = in.readText();
        return null;
    }

    private static WireException noNumber(String what, int number) {
        return new WireException("number " + number + " cannot be that of " + what + "s; the highest is " + MOST_NUMBERS);
    }

    /** Numbers that are left out are those of what this side may not see. */
    private static <T> T[] withRoom(T[] numbered, int number) {
        return number < numbered.length ? numbered : Arrays.copyOf(numbered, number * 2);
    }

    private static WireException unknown(String what, int number) {
        return new WireException("unknown " + what + " number: " + number);
    }

    private String gateway(byte[] bytes, int offset) throws WireException {
        int number = Frames.gateway(bytes, offset);
        String path = number < gateways.length ? gateways[number] : null;
        if (path == null) throw unknown("gateway", number);
        return path;
    }

    private Instrument instrument(byte[] bytes, int offset) throws WireException {
        int number = Frames.instrument(bytes, offset);
        Instrument instrument = number >= 0 && number < instruments.length ? instruments[number] : null;
        if (instrument == null) throw unknown("instrument", number);
        return instrument;
    }

    private String owner(byte[] bytes, int offset) throws WireException {
        int number = Frames.owner(bytes, offset);
        String name = number >= 0 && number < owners.length ? owners[number] : null;
        if (name == null) throw unknown("owner", number);
        return name;
    }
}

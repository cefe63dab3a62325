package io.trunkline.rmi.wire;

import io.trunkline.rmi.wire.Dictionary.GatewayEntry;
import io.trunkline.rmi.wire.Dictionary.Image;
import io.trunkline.rmi.wire.Dictionary.InstrumentEntry;
import java.io.IOException;

/** Writes the frames that give numbers to gateways, instruments and owners. */
public final class Definitions {

    private Definitions() {}

    static void write(GatewayEntry entry, long sequence, WireWriter out) {
        int frame = Frames.begin(out, FrameKind.DEFINE_GATEWAY, entry.number, sequence, 0, 0);
        out.writeText(entry.path);
        Frames.end(out, frame);
    }

    static void write(InstrumentEntry entry, long sequence, WireWriter out) {
        int frame = Frames.begin(out, FrameKind.DEFINE_INSTRUMENT, entry.gateway().number, sequence, entry.number(), 0);
        out.writeText(entry.instrument().symbol());
        out.writeEnum(entry.instrument().exchange());
        out.writeDouble(entry.scale().tick());
        out.writeText(entry.name());
        Frames.end(out, frame);
    }

    static void write(String owner, int number, long sequence, WireWriter out) {
        int frame = Frames.begin(out, FrameKind.DEFINE_OWNER, 0, sequence, 0, number);
        out.writeText(owner);
        Frames.end(out, frame);
    }

    /**
     * Writes the definitions of an image that the reader may see; calls {@code full} whenever about {@code limit} bytes
     * have come together, so that they can be sent on and the writer cleared.
     */
    public static void writeAll(
            Image image, Visibility visibility, long sequence, WireWriter out, int limit, FullAction full)
            throws IOException {
        for (GatewayEntry gateway : image.gateways) {
            if (!visibility.seesGateway(gateway.path)) continue;
            write(gateway, sequence, out);
            if (out.length() >= limit) full.run();
        }
        for (int number = 1; number <= image.instrumentCount; number++) {
            InstrumentEntry entry = image.instruments[number];
            if (!visibility.seesInstrument(entry.gateway().path, entry.instrument())) continue;
            write(entry, sequence, out);
            if (out.length() >= limit) full.run();
        }
        for (int i = 0; i < image.owners.size(); i++) {
            if (!visibility.seesOwner(image.owners.get(i))) continue;
            write(image.owners.get(i), i + 1, sequence, out);
            if (out.length() >= limit) full.run();
        }
    }

    /** What to do with a full writer. */
    @FunctionalInterface
    public interface FullAction {

        /** Sends what the writer holds and clears it. */
        void run() throws IOException;
    }
}

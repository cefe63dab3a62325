package io.trunkline.bench;

import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Tick;
import io.trunkline.rmi.wire.FrameDecoder;
import io.trunkline.rmi.wire.Frames;
import io.trunkline.rmi.wire.WireException;
import java.util.Optional;
import java.util.function.Consumer;

/** Hands on the ticks in messages of whole frames. For one thread. */
final class FrameReader {

    private final FrameDecoder decoder = new FrameDecoder("RPC", kind -> Optional.empty());
    private final Consumer<Tick> handler;

    FrameReader(Consumer<Tick> handler) {
        this.handler = handler;
    }

    /** Takes a message, which is the first bytes of an array. */
    void take(byte[] bytes, int length) {
        try {
            for (int at = 0, end; at < length; at = end) {
                end = Frames.end(bytes, at, length);
                Event event = decoder.decode(bytes, at);
                if (event instanceof Tick tick) handler.accept(tick);
            }
        } catch (WireException e) {
            throw new IllegalStateException("a message of " + length + " bytes", e);
        }
    }
}

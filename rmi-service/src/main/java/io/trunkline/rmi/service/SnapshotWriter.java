package io.trunkline.rmi.service;

import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Snapshot;
import io.trunkline.rmi.access.View;
import io.trunkline.rmi.wire.Chunk;
import io.trunkline.rmi.wire.ChunkWriter;
import io.trunkline.rmi.wire.Definitions;
import io.trunkline.rmi.wire.FrameEncoder;
import io.trunkline.rmi.wire.StreamCall;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a copy of the books as chunks of frames. Used by one session's sender thread. */
final class SnapshotWriter {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotWriter.class);

    private final StreamCall stream;
    private final View view;
    private final ChunkWriter chunk;
    private final int chunkBytes;
    private long sequence;

    SnapshotWriter(StreamCall stream, View view, ChunkWriter chunk, int chunkBytes) {
        this.stream = stream;
        this.view = view;
        this.chunk = chunk;
        this.chunkBytes = chunkBytes;
    }

    /**
     * Sends everything that a client may see and needs to go on from a place in the log; ticks only if it wants all of
     * them.
     */
    void write(EventRecorder.Start start, boolean ticks) throws IOException {
        sequence = start.place().sequence();
        chunk.clear();
        send(Chunk.Kind.SNAPSHOT_BEGIN);
        Definitions.writeAll(start.numbers(), view, sequence, chunk.frames(), chunkBytes, this::sendFrames);
        FrameEncoder encoder = FrameEncoder.ofImage(start.numbers(), sequence);
        Snapshot books = start.books();
        writeAll(books.gateways(), encoder);
        writeAll(books.contracts(), encoder);
        writeAll(books.accounts(), encoder);
        writeAll(books.positions(), encoder);
        writeAll(books.orders(), encoder);
        writeAll(books.trades(), encoder);
        writeAll(books.quotes(), encoder);
        if (ticks) writeAll(books.ticks(), encoder);
        sendFrames();
        send(Chunk.Kind.SNAPSHOT_END);
    }

    private void writeAll(List<? extends Event> events, FrameEncoder encoder) throws IOException {
        for (Event event : events) {
            if (!view.sees(event)) continue;
            encode(event, encoder);
            if (chunk.length() >= chunkBytes) sendFrames();
        }
    }

    /** Leaves out what cannot be sent, as the log did when it happened. */
    private void encode(Event event, FrameEncoder encoder) {
        try {
            encoder.encode(event, chunk.frames());
        } catch (IllegalArgumentException e) {
            LOG.debug("a record is not in the snapshot", e);
        }
    }

    private void sendFrames() throws IOException {
        if (chunk.length() > 0) send(Chunk.Kind.SNAPSHOT);
    }

    private void send(Chunk.Kind kind) throws IOException {
        stream.send(chunk.finish(kind, sequence, sequence, 0));
        chunk.clear();
    }
}

package io.trunkline.rmi.service;

import io.trunkline.rmi.wire.Chunk;
import io.trunkline.rmi.wire.ChunkWriter;
import io.trunkline.rmi.wire.Messages;
import io.trunkline.rmi.wire.StreamCall;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Puts what one client gets of the log into chunks, each of which begins where the one before ended, and counts what
 * was sent. For whoever has the sender's turn.
 */
final class SessionStream {

    private static final int FIRST_CHUNK_BYTES = 1 << 13; // most chunks are small; who gets large ones has them grow

    private final Session session;
    private final EventLog log;
    private final ByteBuffer ring; // of the log; its position and limit are this object's
    private final StreamCall call;
    private final SentCounts counts;
    private final SendTimes times;
    private final ChunkWriter chunk = new ChunkWriter(FIRST_CHUNK_BYTES);
    private long sent; // the sequence up to which the client was told
    private long lastSent; // when that began, by System.nanoTime
    private boolean isConflating;

    /** A stream over a call; what it sends goes into the counts and times. */
    SessionStream(Session session, EventLog log, StreamCall call, SentCounts counts, SendTimes times) {
        this.session = session;
        this.log = log;
        this.ring = log.ring().view();
        this.call = call;
        this.counts = counts;
        this.times = times;
    }

    StreamCall call() {
        return call;
    }

    /** The client knows all up to a sequence; what comes is after that. */
    void begin(long sequence) {
        sent = sequence;
        times.begin();
        lastSent = System.nanoTime();
    }

    /** How long ago something was sent. */
    long idleNanos() {
        return System.nanoTime() - lastSent;
    }

    /** Reads what comes next into a chunk, which is to be sent if this says that there is something. */
    LogReader.Result read(LogReader from, int limit, LogPlace until) {
        chunk.clear();
        return from.read(chunk.frames(), limit, until);
    }

    /** Sends what was read. */
    void sendRead(LogReader from) throws IOException {
        finishFrames(from);
        call.send(chunk);
        times.written(sent);
    }

    /** Sends as much of what was read as the client takes without a wait; answers whether that was all. */
    boolean sendReadNow(LogReader from) throws IOException {
        finishFrames(from);
        if (!call.sendNow(chunk)) return false;
        times.written(sent);
        return true;
    }

    /** Sends what is left of a chunk of which a part was sent, before another is made. */
    void finishChunk() throws IOException {
        call.finishChunk();
        times.written(sent);
    }

    /**
     * Sends a run of frames from where it stands in the log; whether it stood there to the end is said after it.
     *
     * @return false if it did not, so that the session cannot go on
     */
    boolean sendRun(LogReader from, LogPlace end) throws IOException {
        LogPlace start = from.place();
        int length = (int) (end.position() - start.position());
        int index = log.ring().index(start.position());
        chunk.clear();
        lastSent = System.nanoTime();
        chunk.finishHeader(Chunk.Kind.EVENTS, sent, end.sequence(), lastSent, length);
        ring.limit(index + length).position(index);
        if (!call.sendRun(chunk, ring, () -> log.isIntact(start.position()))) return false;
        from.passRun(end);
        count(from, length);
        times.written(sent);
        return true;
    }

    /** A sign of life, which says how far there was nothing for the client. */
    void sendNothing(long through) throws IOException {
        lastSent = System.nanoTime();
        chunk.clear();
        call.send(chunk.finish(Chunk.Kind.EVENTS, sent, through, 0, lastSent));
        sent = through;
    }

    /** Sends an instrument's last tick, as of a sequence. */
    void sendImage(byte[] image, long through) throws IOException {
        chunk.clear();
        chunk.frames().writeBytes(image, 0, image.length);
        call.send(chunk.finish(Chunk.Kind.IMAGE, through, through, 0));
    }

    /** Says why the session ends; nothing may follow. */
    void sendReason(String text, long through) throws IOException {
        byte[] reason = Messages.encodeText(text);
        chunk.clear();
        chunk.frames().writeBytes(reason, 0, reason.length);
        call.send(chunk.finish(Chunk.Kind.CLOSE, through, through, 0));
    }

    private void finishFrames(LogReader from) {
        int length = chunk.length();
        lastSent = System.nanoTime();
        chunk.finish(Chunk.Kind.EVENTS, sent, from.place().sequence(), from.conflated(), lastSent);
        count(from, length);
    }

    private void count(LogReader from, int length) {
        sent = from.place().sequence();
        counts.add(length, from.frames(), from.conflated());
        if (from.conflated() > 0) {
            log.totals().conflated.add(from.conflated());
            if (!isConflating) new ConflationEvent().record(session, session.sender().behind().sequence());
            isConflating = true;
        } else if (isConflating) {
            isConflating = from.isConflating();
        }
    }
}

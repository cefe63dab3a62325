package io.trunkline.faults;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was read of a connection and is not written yet. Bounded; from one thread to another. */
final class Pieces {

    /**
     * Some bytes, or an end.
     *
     * @param bytes the bytes; empty for an end
     * @param ending how it ends; null for bytes
     * @param dueNanos when it is to be written, by System.nanoTime
     */
    record Piece(byte[] bytes, Ending ending, long dueNanos) {}

    private static final int MOST_BYTES = 1 << 18;

    private final Deque<Piece> pieces = new ArrayDeque<>(); // this and the rest are guarded by this object's monitor
    private int bytes;
    private boolean closed;

    /** Adds a piece, after waiting for room. */
    synchronized void put(Piece piece) throws InterruptedException {
        while (bytes > MOST_BYTES && !closed) wait();
        pieces.add(piece);
        bytes += piece.bytes().length;
        notifyAll();
    }

    /** The next piece; null after {@link #close}. */
    synchronized Piece take() throws InterruptedException {
        while (pieces.isEmpty() && !closed) wait();
        if (closed) return null;
        Piece piece = pieces.remove();
        bytes -= piece.bytes().length;
        notifyAll();
        return piece;
    }

    synchronized void close() {
        closed = true;
        pieces.clear();
        notifyAll();
    }
}

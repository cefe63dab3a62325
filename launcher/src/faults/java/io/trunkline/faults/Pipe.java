package io.trunkline.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * One direction of one connection: a thread that reads and one that writes. If the side that is written to is gone,
 * this stops; that it is gone reaches the other side the other way, if that way is open.
 */
final class Pipe {

    private static final int BUFFER = 16 << 10;

    private final ProxiedConnection connection;
    private final Socket from;
    private final Socket to;
    private final Lane lane;
    private final Random delays;
    private final Random slices;
    private final Pieces pieces = new Pieces();
    private volatile boolean tainted;

    Pipe(ProxiedConnection connection, Socket from, Socket to, Lane lane, long seed) {
        this.connection = connection;
        this.from = from;
        this.to = to;
        this.lane = lane;
        this.delays = new Random(seed);
        this.slices = new Random(~seed);
    }

    /** Starts the threads. */
    void start(String name) {
        start(name + "-in", this::read);
        start(name + "-out", this::write);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether bytes were thrown away, so that nothing that follows makes sense. */
    boolean isTainted() {
        return tainted;
    }

    private void read() {
        byte[] buffer = new byte[BUFFER];
        long due = System.nanoTime();
        try {
            while (true) {
                int count = readSome(buffer);
                due = Math.max(due, lane.dueNanos(delays)); // never before what came before
                if (count <= 0) {
                    pieces.put(new Pieces.Piece(new byte[0], count == 0 ? Ending.RESET : Ending.CLOSE, due));
                    return;
                }
                pieces.put(new Pieces.Piece(Arrays.copyOf(buffer, count), null, due));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Like read, and 0 for a reset. */
    private int readSome(byte[] buffer) {
        try {
            return from.getInputStream().read(buffer);
        } catch (IOException e) {
            return 0;
        }
    }

    private void write() {
        try {
            for (Pieces.Piece piece; (piece = pieces.take()) != null; ) {
                for (long left; (left = piece.dueNanos() - System.nanoTime()) > 0; ) LockSupport.parkNanos(left);
                if (piece.ending() != null) {
                    lane.awaitPass();
                    connection.pass(piece.ending(), to);
                    return;
                }
                if (!write(piece.bytes())) return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            pieces.close();
        }
    }

    private boolean write(byte[] bytes) throws IOException, InterruptedException {
        OutputStream out = to.getOutputStream();
        for (int at = 0; at < bytes.length; ) {
            int start = at;
            int length = lane.slice(bytes.length - at, slices);
            lane.pace(length);
            if (lane.awaitFlow()) tainted = true;
            else if (!lane.pass(length, count -> out.write(bytes, start, count))) return false;
            at += length;
        }
        return true;
    }

    void close() {
        pieces.close();
    }
}

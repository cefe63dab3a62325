package io.trunkline.engine.sim;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream as bytes in place, without line ends, blank lines left out. For one thread. */
final class Lines implements Closeable {

    private static final int MAX_LINE = 1 << 20;

    private final InputStream in;
    private byte[] bytes = new byte[1 << 16];
    private int filled;
    private int next;
    private int start;
    private int end;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        do {
            if (!advance()) return false;
            number++;
            if (end > start && bytes[end - 1] == '\r') end--;
        } while (isBlank());
        return true;
    }

    /** What holds the line. It changes with {@link #next}. */
    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** The number of the line, the first being 1. */
    long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) return false;
        }
        return true;
    }

    private boolean advance() throws IOException {
        start = next;
        int at = next;
        while (true) {
            while (at < filled && bytes[at] != '\n') at++;
            if (at < filled) {
                end = at;
                next = at + 1;
                return true;
            }
            int kept = filled - start;
            if (!fill()) {
                end = filled;
                next = filled;
                return end > start;
            }
            at = start + kept;
        }
    }

    /** Moves the unfinished line to the front and reads on behind it. */
    private boolean fill() throws IOException {
        System.arraycopy(bytes, start, bytes, 0, filled - start);
        filled -= start;
        start = 0;
        if (filled == bytes.length) {
            if (filled >= MAX_LINE) {
                throw new EOFException("line " + (number + 1) + " is longer than " + MAX_LINE + " bytes");
            }
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        int read = in.read(bytes, filled, bytes.length - filled);
        if (read > 0) filled += read;
        return read > 0;
    }
}

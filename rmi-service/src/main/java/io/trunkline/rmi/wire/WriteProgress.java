package io.trunkline.rmi.wire;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Notes when a write to a socket begins, gets on and ends, since Java gives writes no time-out: whoever watches can
 * close the socket. Written by the writing thread, read by any.
 */
final class WriteProgress {

    private volatile long since; // System.nanoTime of the write in progress, 0 if none is

    long blockedNanos(long now) {
        long start = since;
        return start == 0 ? 0 : Math.max(0, now - start);
    }

    /** A write begins, or the other side took a part of it. */
    void begin() {
        since = System.nanoTime() | 1;
    }

    /** It is over. */
    void end() {
        since = 0;
    }

    OutputStream watch(OutputStream stream) {
        if (stream instanceof DirectOutput direct) direct.onProgress(this::begin);
        return new FilterOutputStream(stream) {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] source, int offset, int length) throws IOException {
                begin();
                try {
                    out.write(source, offset, length);
                } finally {
                    end();
                }
            }
        };
    }
}

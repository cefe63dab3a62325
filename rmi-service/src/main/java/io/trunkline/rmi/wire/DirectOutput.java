package io.trunkline.rmi.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * Writes a connection, and can do so without waiting.
 *
 * <p>For one thread at a time; {@link #hasRest} is for the one that wrote.
 */
abstract class DirectOutput extends OutputStream {

    /** Has something run, on the writing thread, whenever the other side took a part of a write that waits. */
    abstract void onProgress(Runnable work);

    /**
     * Writes what there is room for at once, without waiting.
     *
     * @return how many of the bytes are not to be given again; some of them may be {@linkplain #hasRest kept}
     */
    abstract int writeNow(byte[] source, int offset, int length) throws IOException;

    /** Whether something of what was taken is not sent yet; it goes before the next write, even one of no bytes. */
    abstract boolean hasRest();

    /** Writes some bytes, a part of others, and then a buffer from where it is. */
    abstract void writeRun(byte[] before, byte[] head, int length, ByteBuffer run) throws IOException;

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }
}

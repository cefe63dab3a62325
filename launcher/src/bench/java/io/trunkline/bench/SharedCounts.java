package io.trunkline.bench;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * How far each subscriber is, in memory that all JVMs of a run share: telling it costs no system call, so that no
 * transport is disturbed by it. A place is written by one thread and read by any.
 */
final class SharedCounts {

    private static final int STRIDE = 128; // no two counts in one cache line, or in neighbouring ones
    private static final VarHandle LONG =
            MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final ByteBuffer buffer;

    private SharedCounts(ByteBuffer buffer) {
        this.buffer = buffer;
    }

    /** The counts of a run, all 0 when the first JVM asks. */
    static SharedCounts open(Path folder, int places) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve("counts"), StandardOpenOption.CREATE,
                StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new SharedCounts(channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) places * STRIDE));
        }
    }

    long get(int place) {
        return (long) LONG.getAcquire(buffer, place * STRIDE);
    }

    void set(int place, long count) {
        LONG.setRelease(buffer, place * STRIDE, count);
    }
}

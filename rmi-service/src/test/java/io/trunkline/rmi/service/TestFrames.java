package io.trunkline.rmi.service;

import io.trunkline.engine.WaitStrategy;
import io.trunkline.rmi.access.View;
import io.trunkline.rmi.wire.Dictionary;
import io.trunkline.rmi.wire.Digest;
import io.trunkline.rmi.wire.FrameKind;
import io.trunkline.rmi.wire.Frames;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Frames whose bodies are worked out from their sequences, so that a torn one shows. */
final class TestFrames {

    private TestFrames() {}

    /** A thread that sleeps while it waits and whose work nobody else does. */
    static LogReader.Owner owner(Thread thread) {
        return new LogReader.Owner(thread, WaitStrategy.PARK, () -> false);
    }

    /** A filter of somebody who may see everything. */
    static FrameFilter filter(boolean all) {
        return new FrameFilter(all, new Sight(View.EVERYTHING, Digest.EVERYTHING, new Dictionary()));
    }

    static byte[] frame(FrameKind kind, long sequence, int instrument, int bodyLength) {
        ByteBuffer bytes = ByteBuffer.allocate(Frames.HEADER + bodyLength).order(ByteOrder.LITTLE_ENDIAN)
                .putInt(Frames.HEADER + bodyLength).put((byte) kind.ordinal()).put((byte) 0).putShort((short) 1)
                .putLong(sequence).putInt(instrument).putInt(0);
        for (int i = 0; i < bodyLength; i++) bytes.put(content(sequence, i));
        return bytes.array();
    }

    private static byte content(long sequence, int index) {
        return (byte) (sequence * 31 + index * 7 + (sequence >> 8));
    }

    /** Whether the frame at an offset is whole. */
    static boolean isWhole(byte[] bytes, int at) {
        int length = Frames.length(bytes, at);
        long sequence = Frames.sequence(bytes, at);
        for (int i = 0; i < length - Frames.HEADER; i++) {
            if (bytes[at + Frames.HEADER + i] != content(sequence, i)) return false;
        }
        return true;
    }
}

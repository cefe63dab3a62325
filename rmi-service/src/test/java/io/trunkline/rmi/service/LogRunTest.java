package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.rmi.service.LogReader.Result;
import io.trunkline.rmi.wire.FrameKind;
import io.trunkline.rmi.wire.Frames;
import io.trunkline.rmi.wire.WireWriter;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs of the log that are sent from where they stand. */
@Timeout(60)
class LogRunTest {

    private static final int CAPACITY = 1 << 19;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final EventLog log = new EventLog(CAPACITY);
    private final WireWriter out = new WireWriter(64);
    private long written;
    private long seen;
    private int runs;

    private LogReader reader(boolean all, long conflateAbove) {
        FrameFilter filter = TestFrames.filter(all);
        for (int i = 1; i < 10; i++) filter.set(i, true);
        return new LogReader(log, filter, TestFrames.owner(Thread.currentThread()), log.end(), conflateAbove);
    }

    private void append(int bytes) {
        for (int left = bytes; left > 0; ) {
            byte[] frame = TestFrames.frame(FrameKind.TICK, ++written, 1 + random.nextInt(9), random.nextInt(300));
            log.append(frame, frame.length, written);
            left -= frame.length;
        }
    }

    private void check(byte[] bytes, int length) {
        int at = 0;
        for (; at < length; at += Frames.length(bytes, at)) {
            assertThat(Frames.sequence(bytes, at)).as("seed %d", seed).isEqualTo(++seen);
            assertThat(TestFrames.isWhole(bytes, at)).isTrue();
        }
        assertThat(at).isEqualTo(length);
    }

    /** Takes the next run if there is one, else what can be read. */
    private void takeNext(LogReader reader, LogPlace until) {
        long from = reader.place().position();
        LogPlace end = reader.endOfRun(1 + random.nextInt(CAPACITY / 2), until);
        if (end == null) {
            out.clear();
            assertThat(reader.read(out, 1 + random.nextInt(50_000), until)).isEqualTo(Result.ADVANCED);
            check(out.array(), out.length());
            return;
        }
        runs++;
        byte[] bytes = new byte[(int) (end.position() - from)];
        ByteBuffer view = log.ring().view();
        view.limit(log.ring().index(from) + bytes.length).position(log.ring().index(from));
        view.get(bytes);
        check(bytes, bytes.length);
        long before = reader.place().sequence();
        reader.passRun(end);
        assertThat(reader.place()).isEqualTo(end);
        assertThat(reader.frames()).isEqualTo((int) (seen - before));
        assertThat(end.sequence()).isEqualTo(seen);
    }

    @RepeatedTest(10)
    void everyFrameComesOnceAndInOrderHoweverOftenTheRingWraps() {
        LogReader reader = reader(true, Long.MAX_VALUE);
        while (written < 30_000) {
            append(random.nextInt(CAPACITY / 3));
            LogPlace until = log.end();
            while (reader.place().position() < until.position()) takeNext(reader, until);
            assertThat(seen).as("seed %d", seed).isEqualTo(written);
        }
        assertThat(runs).isPositive();
    }

    @Test
    void whoWantsSomeTicksGetsNone() {
        LogReader reader = reader(false, Long.MAX_VALUE);
        append(CAPACITY / 2);
        assertThat(reader.endOfRun(CAPACITY, log.end())).isNull();
    }

    @Test
    void whoIsFarEnoughBehindToConflateGetsNone() {
        LogReader reader = reader(true, 1 << 16);
        append(1 << 15);
        assertThat(reader.endOfRun(CAPACITY, log.end())).isNotNull();
        append(1 << 16);
        assertThat(reader.endOfRun(CAPACITY, log.end())).isNull();
    }

    @Test
    void aFewFramesAreNoRun() {
        LogReader reader = reader(true, Long.MAX_VALUE);
        append(1 << 10);
        assertThat(reader.endOfRun(CAPACITY, log.end())).isNull();
    }
}

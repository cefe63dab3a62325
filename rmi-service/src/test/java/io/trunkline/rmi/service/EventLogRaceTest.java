package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.rmi.service.LogReader.Result;
import io.trunkline.rmi.wire.FrameKind;
import io.trunkline.rmi.wire.Frames;
import io.trunkline.rmi.wire.Waiting;
import io.trunkline.rmi.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A writer at full speed against readers on threads of their own. */
@Timeout(60)
class EventLogRaceTest {

    private static final int[] STEPS = {1, 3, 40, 300}; // of all, of many, of few and of no instruments

    private static void append(EventLog log, FrameKind kind, long sequence, int instrument, int body) {
        byte[] frame = TestFrames.frame(kind, sequence, instrument, body);
        log.append(frame, frame.length, sequence);
        if (sequence % 3 == 0) log.idle();
    }

    /** One reading thread of the races below; it wants the ticks of every so-manieth instrument. */
    private static final class Racer extends Thread {
        private final EventLog log;
        private final AtomicReference<String> fault;
        private final AtomicBoolean over;
        private final Random random;
        private final int step;
        private final FrameFilter filter;
        private final long conflateAbove;
        private volatile LogReader reader;
        private volatile long seen;
        private volatile int overtaken;

        Racer(
                EventLog log, int step, long conflateAbove, AtomicReference<String> fault, AtomicBoolean over,
                long seed) {
            this.log = log;
            this.step = step;
            this.conflateAbove = conflateAbove;
            this.fault = fault;
            this.over = over;
            this.random = new Random(seed);
            filter = TestFrames.filter(step == 1);
            for (int i = step; i < 300; i += step) filter.set(i, true);
            reader = new LogReader(log, filter, TestFrames.owner(this), log.end(), conflateAbove);
        }

        @Override
        public void run() {
            WireWriter out = new WireWriter(1 << 12);
            try {
                while (fault.get() == null) {
                    boolean last = over.get();
                    out.clear();
                    Result result = reader.read(out, 1 + random.nextInt(4000), log.end());
                    if (result == Result.AT_END && last) return;
                    if (result == Result.AT_END) Thread.yield();
                    if (result == Result.OVERTAKEN) {
                        overtaken = overtaken + 1;
                        reader = new LogReader(log, filter, TestFrames.owner(this), log.end(), conflateAbove);
                        seen = reader.place().sequence();
                    } else {
                        check(out);
                    }
                }
            } catch (RuntimeException | Error e) {
                fault.set("a reader threw " + e);
            }
        }

        private void check(WireWriter out) {
            for (int at = 0; at < out.length(); at += Frames.length(out.array(), at)) {
                long sequence = Frames.sequence(out.array(), at);
                if (!TestFrames.isWhole(out.array(), at)) fault.set("frame " + sequence + " is torn");
                if (isUnwanted(sequence)) fault.set("frame " + sequence + " is not wanted");
                if (sequence <= seen || !isComplete(seen + 1, sequence)) {
                    fault.set("frame " + sequence + " follows " + seen);
                }
                seen = sequence;
            }
            if (!isComplete(seen + 1, reader.place().sequence() + 1)) fault.set("nothing came after " + seen);
            seen = reader.place().sequence();
        }

        /** Whether all between two sequences may be left out. */
        private boolean isComplete(long from, long to) {
            boolean conflates = conflateAbove < Long.MAX_VALUE;
            for (long sequence = from; sequence < to; sequence++) {
                if (!isUnwanted(sequence) && !(conflates && isTick(sequence))) return false;
            }
            return true;
        }

        static boolean isTick(long sequence) {
            return sequence % 8 != 0;
        }

        static int instrument(long sequence) {
            return (int) (sequence * 7 % 299) + 1;
        }

        private boolean isUnwanted(long sequence) {
            return isTick(sequence) && instrument(sequence) % step != 0;
        }
    }

    /** Whether somebody has read something and somebody was overtaken. */
    private static boolean isExciting(List<Racer> racers) {
        return racers.stream().anyMatch(racer -> racer.seen > 0)
                && racers.stream().allMatch(racer -> racer.overtaken > 0);
    }

    private static void race(int capacity, long frames, long conflateAbove, boolean wait) throws InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        EventLog log = new EventLog(capacity);
        AtomicReference<String> fault = new AtomicReference<>();
        AtomicBoolean over = new AtomicBoolean();
        List<Racer> racers = new ArrayList<>();
        for (int step : STEPS) racers.add(new Racer(log, step, conflateAbove, fault, over, seed + step));
        racers.forEach(Thread::start);
        for (long sequence = 1; fault.get() == null && (sequence <= frames || !wait && !isExciting(racers));
                sequence++) {
            append(log, Racer.isTick(sequence) ? FrameKind.TICK : FrameKind.ORDER, sequence,
                    Racer.instrument(sequence), random.nextInt(120));
            if (!wait) continue;
            for (Racer racer : racers) {
                while (sequence - racer.reader.place().sequence() > capacity / 400 && fault.get() == null) {
                    Thread.yield();
                }
            }
        }
        over.set(true);
        for (Racer racer : racers) racer.join();
        assertThat(fault.get()).as("seed %d", seed).isNull();
        if (wait) {
            for (Racer racer : racers) {
                assertThat(racer.overtaken).isZero();
                assertThat(racer.reader.place().sequence()).isEqualTo(frames);
            }
        }
    }

    @Test
    void readersThatKeepUpSeeEveryFrameOnceAndWholeAndInOrder() throws InterruptedException {
        race(1 << 13, 20_000, Long.MAX_VALUE, true);
    }

    @Test
    void readersThatAreOvertakenNeverSeeATornFrame() throws InterruptedException {
        race(1 << 12, 500_000, Long.MAX_VALUE, false);
        race(1 << 14, 500_000, Long.MAX_VALUE, false);
    }

    @Test
    void conflatingReadersThatAreOvertakenNeverSeeATornFrame() throws InterruptedException {
        race(1 << 13, 1_000_000, 500, false);
    }

    @Test
    void aReaderThatWaitsIsWokenByEveryFrame() throws InterruptedException {
        EventLog log = new EventLog(1 << 12);
        AtomicInteger read = new AtomicInteger();
        Thread[] owner = new Thread[1];
        CountDownLatch ready = new CountDownLatch(1);
        owner[0] = new Thread(() -> {
            Waiting.await(ready);
            LogReader reader =
                    new LogReader(log, TestFrames.filter(true), TestFrames.owner(owner[0]), new LogPlace(0, 0),
                            Long.MAX_VALUE);
            log.add(reader);
            WireWriter frames = new WireWriter(64);
            while (read.get() < 3000) {
                frames.clear();
                if (reader.read(frames, 1 << 20, log.end()) == Result.ADVANCED) read.incrementAndGet();
                else reader.await(30_000_000_000L); // a lost wake-up would show as the test's time-out
            }
            log.remove(reader);
        });
        owner[0].start();
        ready.countDown();
        for (int i = 1; i <= 3000; i++) {
            append(log, FrameKind.ORDER, i, 0, 8);
            log.idle();
            int expected = i;
            while (read.get() < expected) Thread.yield();
        }
        owner[0].join();
    }

    @Test
    void aReaderThatWaitsOrIsAboutToIsWokenFromOutside() throws InterruptedException {
        EventLog log = new EventLog(1 << 12);
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        AtomicReference<LogReader> reader = new AtomicReference<>();
        Thread owner = new Thread(() -> {
            reader.set(new LogReader(log, TestFrames.filter(true), TestFrames.owner(Thread.currentThread()), log.end(),
                    Long.MAX_VALUE));
            while (done.get() < 3000) {
                if (asked.get() > done.get()) done.incrementAndGet();
                else reader.get().await(30_000_000_000L);
            }
        });
        owner.start();
        Waiting.until(() -> reader.get() != null);
        for (int i = 1; i <= 3000; i++) {
            asked.set(i);
            reader.get().wake();
            while (done.get() < i) Thread.yield();
        }
        owner.join();
    }
}

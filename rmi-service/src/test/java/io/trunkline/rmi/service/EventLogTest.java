package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

@Timeout(60)
class EventLogTest {

    private static final TickFilter ALL = new TickFilter(true);

    private final WireWriter out = new WireWriter(1 << 10);

    private static LogReader reader(EventLog log, long conflateAbove) {
        return new LogReader(log, Thread.currentThread(), log.published(), log.through(), conflateAbove);
    }

    private static void append(EventLog log, FrameKind kind, long sequence, int instrument, int body) {
        byte[] frame = TestFrames.frame(kind, sequence, instrument, body);
        log.append(frame, frame.length, sequence);
    }

    private static List<Long> sequences(WireWriter frames) {
        List<Long> sequences = new ArrayList<>();
        for (int at = 0; at < frames.length(); at += Frames.length(frames.array(), at)) {
            assertThat(TestFrames.isWhole(frames.array(), at)).isTrue();
            sequences.add(Frames.sequence(frames.array(), at));
        }
        return sequences;
    }

    @Test
    void aCapacityIsAPowerOfTwo() {
        assertThatThrownBy(() -> new EventLog(1000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void framesOfAnyLengthComeOutWholeWhereverTheRingEnds() {
        EventLog log = new EventLog(1 << 10);
        LogReader reader = reader(log, Long.MAX_VALUE);
        long sequence = 0;
        for (int round = 0; round < 5; round++) {
            for (int body = 0; body < 400; body++) {
                append(log, FrameKind.ORDER, ++sequence, 1, body);
                out.clear();
                assertThat(reader.read(out, ALL, 1 << 20, Long.MAX_VALUE)).isEqualTo(Result.ADVANCED);
                assertThat(sequences(out)).containsExactly(sequence);
                assertThat(reader.through()).isEqualTo(sequence);
                assertThat(reader.read(out, ALL, 1 << 20, Long.MAX_VALUE)).isEqualTo(Result.AT_END);
            }
        }
    }

    @Test
    void severalFramesAppendedTogetherAreReadTogetherOrUpToTheLimit() {
        EventLog log = new EventLog(1 << 12);
        LogReader whole = reader(log, Long.MAX_VALUE);
        LogReader byBytes = reader(log, Long.MAX_VALUE);
        LogReader bySequence = reader(log, Long.MAX_VALUE);
        WireWriter frames = new WireWriter(64);
        for (long sequence = 1; sequence <= 5; sequence++) {
            byte[] frame = TestFrames.frame(FrameKind.TRADE, sequence, 0, 76);
            frames.writeBytes(frame, 0, frame.length);
        }
        log.append(frames.array(), frames.length(), 5);

        whole.read(out, ALL, 1 << 20, Long.MAX_VALUE);
        assertThat(sequences(out)).containsExactly(1L, 2L, 3L, 4L, 5L);
        out.clear();
        byBytes.read(out, ALL, 150, Long.MAX_VALUE);
        assertThat(sequences(out)).containsExactly(1L, 2L);
        assertThat(byBytes.through()).isEqualTo(2);
        out.clear();
        bySequence.read(out, ALL, 1 << 20, 3);
        assertThat(sequences(out)).containsExactly(1L, 2L, 3L);
        assertThat(bySequence.read(out, ALL, 1 << 20, 3)).isEqualTo(Result.AT_END);
        assertThat(log.through()).isEqualTo(5);
    }

    @Test
    void aReaderThatFellBehindTheRingIsOvertakenForEver() {
        EventLog log = new EventLog(1 << 10);
        LogReader reader = reader(log, Long.MAX_VALUE);
        for (int i = 1; i <= 10; i++) append(log, FrameKind.ORDER, i, 0, 76);
        assertThat(reader.read(out, ALL, 1, Long.MAX_VALUE)).isEqualTo(Result.ADVANCED);
        for (int i = 11; i <= 30; i++) append(log, FrameKind.ORDER, i, 0, 76);
        out.clear();
        assertThat(reader.read(out, ALL, 1 << 20, Long.MAX_VALUE)).isEqualTo(Result.OVERTAKEN);
        assertThat(reader.read(out, ALL, 1 << 20, Long.MAX_VALUE)).isEqualTo(Result.OVERTAKEN);
        assertThat(reader.through()).isEqualTo(1);
    }

    @Test
    void ticksThatNobodyWantsAreLeftOutAndCoveredByTheRange() {
        EventLog log = new EventLog(1 << 12);
        LogReader reader = reader(log, Long.MAX_VALUE);
        TickFilter some = new TickFilter(false);
        some.set(2, true);
        append(log, FrameKind.TICK, 1, 1, 5);
        append(log, FrameKind.TICK, 2, 2, 5);
        append(log, FrameKind.ORDER, 3, 1, 5);
        append(log, FrameKind.TICK, 4, 1, 5);

        reader.read(out, some, 1 << 20, Long.MAX_VALUE);

        assertThat(sequences(out)).containsExactly(2L, 3L);
        assertThat(reader.through()).isEqualTo(4);
        assertThat(reader.conflated()).isZero();
    }

    @Test
    void farBehindOnlyTheNewestTickOfEachInstrumentIsKeptAndEverythingElse() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            EventLog log = new EventLog(1 << 17);
            LogReader reader = reader(log, 1000);
            TickFilter filter = new TickFilter(random.nextBoolean());
            for (int i = 0; i < 200; i += 2) filter.set(i, true);
            long[] newest = new long[200];
            List<Long> expected = new ArrayList<>();
            long wanted = 0;
            boolean[] isTick = new boolean[1001];
            int[] instruments = new int[1001];
            for (int sequence = 1; sequence <= 1000; sequence++) {
                isTick[sequence] = random.nextInt(4) > 0;
                instruments[sequence] = random.nextInt(200);
                append(log, isTick[sequence] ? FrameKind.TICK : FrameKind.TRADE, sequence, instruments[sequence], random.nextInt(80));
                if (isTick[sequence] && filter.wants(instruments[sequence])) {
                    newest[instruments[sequence]] = sequence;
                    wanted++;
                }
            }
            for (int sequence = 1; sequence <= 1000; sequence++) {
                if (!isTick[sequence] || newest[instruments[sequence]] == sequence) expected.add((long) sequence);
            }
            out.clear();
            long conflated = 0;
            while (reader.read(out, filter, 1 + random.nextInt(20_000), Long.MAX_VALUE) == Result.ADVANCED) {
                conflated += reader.conflated();
            }
            assertThat(sequences(out)).as("seed %d", seed).isEqualTo(expected);
            long kept = expected.stream().filter(sequence -> isTick[sequence.intValue()]).count();
            assertThat(conflated).as("seed %d", seed).isEqualTo(wanted - kept);
        }
    }

    @Test
    void nearTheEndNoTickIsLeftOut() {
        EventLog log = new EventLog(1 << 12);
        LogReader reader = reader(log, 1000);
        for (int i = 1; i <= 10; i++) append(log, FrameKind.TICK, i, 1, 76);
        reader.read(out, ALL, 1 << 20, Long.MAX_VALUE);
        assertThat(sequences(out)).hasSize(10);
        assertThat(reader.conflated()).isZero();
    }

    @Test
    void anInstrumentThatIsWantedInMidBacklogLosesNoTick() {
        EventLog log = new EventLog(1 << 14);
        LogReader reader = reader(log, 100);
        TickFilter filter = new TickFilter(false);
        filter.set(1, true);
        for (int i = 1; i <= 40; i++) append(log, FrameKind.TICK, i, i % 2 == 0 ? 1 : 5000, 76);
        reader.read(out, filter, 1 << 20, 20);
        assertThat(reader.through()).isEqualTo(20);
        assertThat(reader.conflated()).isEqualTo(10);

        filter.set(5000, true);
        out.clear();
        reader.read(out, filter, 1 << 20, Long.MAX_VALUE);

        assertThat(sequences(out)).contains(21L, 23L, 39L, 40L).doesNotContain(38L);
    }

    @Test
    void aNumberThatNoInstrumentHasIsTakenForAnOverwrittenFrame() {
        EventLog log = new EventLog(1 << 12);
        LogReader reader = reader(log, 100);
        for (int i = 1; i <= 5; i++) append(log, FrameKind.TICK, i, -i, 76);
        assertThat(reader.read(out, ALL, 1 << 20, Long.MAX_VALUE)).isEqualTo(Result.OVERTAKEN);
        TickFilter some = new TickFilter(false);
        assertThat(reader(new EventLog(1 << 10), 100).read(out, some, 1, 5)).isEqualTo(Result.AT_END);
        assertThat(some.wants(-3)).isFalse();
    }

    /** One reading thread of the races below. */
    private static final class Racer extends Thread {
        private final EventLog log;
        private final AtomicReference<String> fault;
        private final AtomicBoolean over;
        private final Random random;
        private final TickFilter filter = new TickFilter(false);
        private final long conflateAbove;
        private volatile LogReader reader;
        private volatile long seen;
        private int overtaken;

        Racer(EventLog log, long conflateAbove, AtomicReference<String> fault, AtomicBoolean over, long seed) {
            this.log = log;
            this.conflateAbove = conflateAbove;
            this.fault = fault;
            this.over = over;
            this.random = new Random(seed);
            for (int i = 0; i < 300; i += 3) filter.set(i, true);
            reader = new LogReader(log, this, 0, 0, conflateAbove);
        }

        @Override
        public void run() {
            WireWriter out = new WireWriter(1 << 12);
            try {
                while (fault.get() == null) {
                    boolean last = over.get();
                    out.clear();
                    Result result = reader.read(out, filter, 1 + random.nextInt(4000), Long.MAX_VALUE);
                    if (result == Result.AT_END && last) return;
                    if (result == Result.AT_END) Thread.yield();
                    if (result == Result.ADVANCED) check(out);
                    if (result == Result.OVERTAKEN) {
                        overtaken++;
                        reader = new LogReader(log, this, log.published(), 0, conflateAbove);
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
                boolean skippable = conflateAbove < Long.MAX_VALUE || overtaken > 0;
                if (sequence <= seen || !skippable && !onlyUnwantedTicks(seen + 1, sequence)) {
                    fault.set("frame " + sequence + " follows " + seen);
                }
                seen = sequence;
            }
        }

        private static boolean onlyUnwantedTicks(long from, long to) {
            for (long sequence = from; sequence < to; sequence++) if (!isUnwanted(sequence)) return false;
            return true;
        }

        static boolean isUnwanted(long sequence) {
            return sequence % 2 == 0 && sequence % 300 % 3 != 0;
        }
    }

    private static void race(int capacity, long frames, long conflateAbove, boolean wait) throws InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        EventLog log = new EventLog(capacity);
        AtomicReference<String> fault = new AtomicReference<>();
        AtomicBoolean over = new AtomicBoolean();
        List<Racer> racers = new ArrayList<>();
        for (int i = 0; i < 4; i++) racers.add(new Racer(log, conflateAbove, fault, over, seed + i));
        racers.forEach(Thread::start);
        for (long sequence = 1; sequence <= frames && fault.get() == null; sequence++) {
            boolean tick = sequence % 2 == 0;
            append(log, tick ? FrameKind.TICK : FrameKind.ORDER, sequence, (int) (sequence % 300), random.nextInt(120));
            if (!wait) continue;
            for (Racer racer : racers) {
                while (sequence - racer.reader.through() > capacity / 400 && fault.get() == null) Thread.yield();
            }
        }
        over.set(true);
        for (Racer racer : racers) racer.join();
        assertThat(fault.get()).as("seed %d", seed).isNull();
        assertThat(racers).as("somebody has read something").anyMatch(racer -> racer.seen > 0);
        if (!wait) assertThat(racers).as("somebody was overtaken").anyMatch(racer -> racer.overtaken > 0);
        if (wait) {
            for (Racer racer : racers) {
                assertThat(racer.overtaken).isZero();
                assertThat(racer.reader.through()).isEqualTo(frames);
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
            LogReader reader = new LogReader(log, owner[0], 0, 0, Long.MAX_VALUE);
            log.add(reader);
            WireWriter frames = new WireWriter(64);
            while (read.get() < 3000) {
                frames.clear();
                if (reader.read(frames, ALL, 1 << 20, Long.MAX_VALUE) == Result.ADVANCED) read.incrementAndGet();
                else reader.await(30_000_000_000L); // a lost wake-up would show as the test's time-out
            }
            log.remove(reader);
        });
        owner[0].start();
        ready.countDown();
        for (int i = 1; i <= 3000; i++) {
            append(log, FrameKind.ORDER, i, 0, 8);
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
            reader.set(new LogReader(log, Thread.currentThread(), 0, 0, Long.MAX_VALUE));
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

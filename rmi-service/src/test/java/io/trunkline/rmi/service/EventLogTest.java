package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.rmi.service.LogReader.Result;
import io.trunkline.rmi.wire.FrameKind;
import io.trunkline.rmi.wire.Frames;
import io.trunkline.rmi.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
                append(log, isTick[sequence] ? FrameKind.TICK : FrameKind.TRADE, sequence, instruments[sequence],
                        random.nextInt(80));
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
}

package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.rmi.service.LogReader.Result;
import io.trunkline.rmi.wire.FrameKind;
import io.trunkline.rmi.wire.Frames;
import io.trunkline.rmi.wire.WireWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random logs and filters, against a list of all that was appended. */
@Timeout(60)
class LogReaderTest {

    /** A frame that was appended. */
    private record Logged(long sequence, boolean isTick, int instrument, long begin, LogPlace end) {

        boolean isWanted(FrameFilter filter) {
            return !isTick || filter.wants(instrument);
        }
    }

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final int instruments = 1 + random.nextInt(random.nextBoolean() ? 20 : 400);
    private final EventLog log = new EventLog(1 << 10 + random.nextInt(8));
    private final List<Logged> frames = new ArrayList<>();
    private final WireWriter out = new WireWriter(64);

    /** Appends one frame or some together; the first one is a tick of the last instrument. */
    private void append() {
        int count = random.nextInt(8) > 0 ? 1 : 1 + random.nextInt(3);
        WireWriter bytes = new WireWriter(64);
        List<Integer> lengths = new ArrayList<>();
        long sequence = log.through();
        for (int i = 0; i < count; i++) {
            boolean isTick = frames.isEmpty() || count == 1 && random.nextInt(6) > 0;
            int instrument = frames.isEmpty() ? instruments : 1 + random.nextInt(instruments);
            byte[] frame = TestFrames.frame(isTick ? FrameKind.TICK : FrameKind.ORDER, ++sequence, instrument,
                    random.nextInt(log.capacity() / 16));
            bytes.writeBytes(frame, 0, frame.length);
            lengths.add(frame.length);
            frames.add(new Logged(sequence, isTick, instrument, 0, null));
        }
        log.append(bytes.array(), bytes.length(), sequence);
        long end = log.end().position();
        for (int i = 1; i <= count; i++) { // from the last one back, for the first may follow padding
            int at = frames.size() - i;
            Logged frame = frames.get(at);
            long begin = end - lengths.get(count - i);
            frames.set(at, new Logged(frame.sequence(), frame.isTick(), frame.instrument(), begin,
                    new LogPlace(end, frame.sequence())));
            end = begin;
        }
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) append();
    }

    private List<Long> sequences() {
        List<Long> sequences = new ArrayList<>();
        for (int at = 0; at < out.length(); at += Frames.length(out.array(), at)) {
            assertThat(TestFrames.isWhole(out.array(), at)).isTrue();
            sequences.add(Frames.sequence(out.array(), at));
        }
        return sequences;
    }

    private FrameFilter randomFilter() {
        FrameFilter filter = TestFrames.filter(random.nextInt(4) == 0);
        double share = random.nextInt(3) * random.nextDouble() / (random.nextBoolean() ? 2 : 100);
        for (int i = 1; i <= instruments; i++) if (random.nextDouble() < share) filter.set(i, true);
        return filter;
    }

    private List<Long> wanted(FrameFilter filter, LogPlace from, LogPlace to) {
        return frames.stream().filter(frame -> frame.sequence() > from.sequence() && frame.sequence() <= to.sequence())
                .filter(frame -> frame.isWanted(filter)).map(Logged::sequence).toList();
    }

    /** Whether the first of some frames was overwritten; for who wants all, also what lies before it. */
    private boolean isGone(List<Long> sequences, boolean all) {
        if (sequences.isEmpty()) return false;
        int first = sequences.get(0).intValue() - 1;
        long position = all && first > 0 ? frames.get(first - 1).end().position() : frames.get(first).begin();
        return !log.isIntact(position);
    }

    /** Reads once and checks that it is what comes next. Answers false if the reader was overtaken. */
    private boolean readNext(LogReader reader, FrameFilter filter, LogPlace until) {
        LogPlace before = reader.place();
        int limit = 1 + random.nextInt(log.capacity() / 4);
        out.clear();
        Result result = reader.read(out, limit, until);
        List<Long> wanted = wanted(filter, before, log.end());
        if (result == Result.OVERTAKEN) {
            assertThat(isGone(wanted, filter.isAll())).as("seed %d: %s after %s", seed, wanted, before).isTrue();
            return false;
        }
        List<Long> got = sequences();
        LogPlace after = reader.place();
        assertThat(got).as("seed %d", seed).isEqualTo(wanted(filter, before, after));
        assertThat(after.position()).isLessThanOrEqualTo(until.position());
        assertThat(after.position()).as("seed %d", seed).isEqualTo(
                after.equals(until) ? until.position() : endOf(after.sequence(), after.position()));
        assertThat(reader.frames()).isEqualTo(got.size());
        assertThat(reader.conflated()).isZero();
        if (result == Result.AT_END) assertThat(after).as("seed %d", seed).isEqualTo(until);
        assertThat(got.isEmpty()).isEqualTo(result == Result.AT_END);
        if (got.size() > 1) assertThat(out.length()).isLessThanOrEqualTo(Math.max(limit, Frames.HEADER));
        return true;
    }

    /** Where a frame ends, or where the ring does if only padding lies between. */
    private long endOf(long sequence, long position) {
        long end = frames.get((int) sequence - 1).end().position();
        boolean isRingsEnd = position % log.capacity() == 0 && position - end < log.capacity();
        return isRingsEnd ? position : end;
    }

    @RepeatedTest(300)
    void everyFrameThatIsWantedComesOnceAndInOrderUnlessItIsGone() {
        FrameFilter filter = randomFilter();
        append(1 + random.nextInt(50));
        LogReader reader =
                new LogReader(log, filter, TestFrames.owner(Thread.currentThread()), log.end(), Long.MAX_VALUE);
        for (int round = 0; round < 200; round++) {
            append(random.nextInt(random.nextInt(20) == 0 ? 400 : 12));
            int reads = random.nextInt(6);
            for (int i = 0; i < reads; i++) if (!readNext(reader, filter, log.end())) return;
        }
    }

    @RepeatedTest(200)
    void aFilterChangesExactlyAtItsPlaceWhereverTheReaderIs() {
        FrameFilter filter = randomFilter();
        append(10);
        LogReader reader =
                new LogReader(log, filter, TestFrames.owner(Thread.currentThread()), log.end(), Long.MAX_VALUE);
        for (int round = 0; round < 60; round++) {
            append(random.nextInt(10));
            LogPlace change = log.end();
            append(random.nextInt(10));
            while (!reader.place().equals(change)) if (!readNext(reader, filter, change)) return;
            int instrument = 1 + random.nextInt(instruments);
            filter.set(instrument, !filter.wants(instrument));
        }
    }

    /** What is left of a stretch if all but the newest ticks are left out. */
    private List<Long> conflated(FrameFilter filter, LogPlace from, LogPlace to) {
        Map<Integer, Long> newest = new HashMap<>();
        List<Long> wanted = wanted(filter, from, to);
        for (long sequence : wanted) {
            Logged frame = frames.get((int) sequence - 1);
            if (frame.isTick()) newest.put(frame.instrument(), sequence);
        }
        Set<Long> kept = new HashSet<>(newest.values());
        return wanted.stream().filter(sequence -> !frames.get(sequence.intValue() - 1).isTick()
                || kept.contains(sequence)).toList();
    }

    @RepeatedTest(200)
    void farBehindOnlyTheNewestTickOfEachInstrumentIsKeptAndEverythingElse() {
        FrameFilter filter = randomFilter();
        append(1 + random.nextInt(50));
        LogReader reader =
                new LogReader(log, filter, TestFrames.owner(Thread.currentThread()), log.end(), log.capacity() / 4);
        for (int round = 0; round < 50; round++) {
            LogPlace from = reader.place();
            append(random.nextInt(40));
            LogPlace until = log.end();
            List<Long> wanted = wanted(filter, from, until);
            long oldest = filter.isAll() ? from.position()
                    : wanted.isEmpty() ? until.position() : frames.get(wanted.get(0).intValue() - 1).begin();
            boolean far = until.position() - oldest > log.capacity() / 4;
            List<Long> expected = far ? conflated(filter, from, until) : wanted;
            List<Long> got = new ArrayList<>();
            long conflated = 0;
            int limit = 1 + random.nextInt(log.capacity() / 4);
            while (!reader.place().equals(until)) {
                out.clear();
                if (reader.read(out, limit, until) == Result.OVERTAKEN) {
                    assertThat(isGone(wanted, filter.isAll())).as("seed %d", seed).isTrue();
                    return;
                }
                if (far && !reader.place().equals(until)) assertThat(reader.isConflating()).isTrue();
                got.addAll(sequences());
                conflated += reader.conflated();
            }
            assertThat(got).as("seed %d", seed).isEqualTo(expected);
            assertThat(conflated).as("seed %d", seed).isEqualTo(wanted.size() - expected.size());
        }
    }

    @Test
    void aReaderThatStaysBehindGetsEveryInstrumentAgainAndAgain() {
        for (boolean all : new boolean[] {true, false}) {
            EventLog flooded = new EventLog(1 << 16);
            FrameFilter filter = TestFrames.filter(all);
            filter.set(1, true);
            filter.set(2, true);
            LogReader reader =
                    new LogReader(flooded, filter, TestFrames.owner(Thread.currentThread()), flooded.end(), 1 << 12);
            int[] came = new int[41];
            long sequence = 0;
            for (int round = 0; round < 2000; round++) {
                for (int i = 0; i < 80; i++) { // more than is read in a round
                    byte[] tick = TestFrames.frame(FrameKind.TICK, ++sequence, 1 + i % 40, 76);
                    flooded.append(tick, tick.length, sequence);
                }
                out.clear();
                assertThat(reader.read(out, all ? 2000 : 100, flooded.end())).isEqualTo(Result.ADVANCED);
                for (int at = 0; at < out.length(); at += Frames.length(out.array(), at)) {
                    came[Frames.instrument(out.array(), at)]++;
                }
            }
            for (int i = 1; i <= (all ? 40 : 2); i++) assertThat(came[i]).as("instrument %d", i).isGreaterThan(500);
        }
    }

    @Test
    void aReaderThatCaughtUpDoesNotConflateAnyMore() {
        EventLog own = new EventLog(1 << 14);
        LogReader reader =
                new LogReader(own, TestFrames.filter(true), TestFrames.owner(Thread.currentThread()), own.end(), 1000);
        for (int sequence = 1; sequence <= 30; sequence++) {
            byte[] tick = TestFrames.frame(FrameKind.TICK, sequence, 1, 76);
            own.append(tick, tick.length, sequence);
            if (sequence != 20) continue;
            assertThat(reader.read(out, 1 << 20, own.end())).isEqualTo(Result.ADVANCED);
            assertThat(reader.isConflating()).isTrue();
            assertThat(reader.conflated()).isEqualTo(19);
            assertThat(reader.read(out, 1 << 20, own.end())).isEqualTo(Result.AT_END);
            assertThat(reader.isConflating()).isFalse();
        }
        out.clear();
        assertThat(reader.read(out, 1 << 20, own.end())).isEqualTo(Result.ADVANCED);
        assertThat(sequences()).hasSize(10);
        assertThat(reader.conflated()).isZero();
    }
}

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

    private static final FrameFilter ALL = TestFrames.filter(true);

    private final WireWriter out = new WireWriter(1 << 10);

    private static LogReader reader(EventLog log, long conflateAbove) {
        return reader(log, ALL, conflateAbove);
    }

    private static LogReader reader(EventLog log, FrameFilter filter, long conflateAbove) {
        return new LogReader(log, filter, TestFrames.owner(Thread.currentThread()), log.end(), conflateAbove);
    }

    private static void append(EventLog log, FrameKind kind, long sequence, int instrument, int body) {
        byte[] frame = TestFrames.frame(kind, sequence, instrument, body);
        log.append(frame, frame.length, sequence);
        if (sequence % 3 == 0) log.idle();
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
    void findsTheFrameAfterEverySequenceThatItStillHas() {
        EventLog log = new EventLog(1 << 20);
        assertThat(log.find(0)).isEqualTo(log.end());
        Random random = new Random(5);
        List<LogPlace> ends = new ArrayList<>(List.of(log.end()));
        for (long sequence = 1; sequence <= 30_000; sequence++) {
            append(log, FrameKind.ORDER, sequence, 1, random.nextInt(200));
            ends.add(log.end());
        }
        int found = 0;
        for (LogPlace end : ends) {
            LogPlace place = log.find(end.sequence());
            if (place == null) {
                assertThat(found).as("what is lost is older than what is not").isZero();
                continue;
            }
            found++;
            assertThat(place.sequence()).isEqualTo(end.sequence());
            LogReader reader = new LogReader(log, ALL, TestFrames.owner(Thread.currentThread()), place, Long.MAX_VALUE);
            out.clear();
            Result result = reader.read(out, 1, log.end());
            if (end.equals(log.end())) assertThat(result).isEqualTo(Result.AT_END);
            else assertThat(sequences(out)).containsExactly(end.sequence() + 1);
        }
        assertThat(found).isBetween(30_000 / 5, 30_000 / 3); // a MiB of frames of 24 to 224 bytes, less a part of it
    }

    @Test
    void findsNoSequenceThatThereIsNot() {
        EventLog log = new EventLog(1 << 12);
        for (int sequence = 1; sequence <= 10; sequence++) append(log, FrameKind.ORDER, sequence, 1, 8);
        assertThat(log.find(-1)).isNull();
        assertThat(log.find(11)).isNull();
        assertThat(log.find(Long.MAX_VALUE)).isNull();
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
                assertThat(reader.read(out, 1 << 20, log.end())).isEqualTo(Result.ADVANCED);
                assertThat(sequences(out)).containsExactly(sequence);
                assertThat(reader.place().sequence()).isEqualTo(sequence);
                assertThat(reader.read(out, 1 << 20, log.end())).isEqualTo(Result.AT_END);
            }
        }
    }

    @Test
    void severalFramesAppendedTogetherAreReadTogetherOrUpToTheLimit() {
        EventLog log = new EventLog(1 << 12);
        LogReader whole = reader(log, Long.MAX_VALUE);
        LogReader byBytes = reader(log, Long.MAX_VALUE);
        LogReader byFrames = reader(log, Long.MAX_VALUE);
        WireWriter frames = new WireWriter(64);
        for (long sequence = 1; sequence <= 5; sequence++) {
            byte[] frame = TestFrames.frame(FrameKind.TRADE, sequence, 0, 76);
            frames.writeBytes(frame, 0, frame.length);
        }
        log.append(frames.array(), frames.length(), 5);

        whole.read(out, 1 << 20, log.end());
        assertThat(sequences(out)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(whole.frames()).isEqualTo(5);
        out.clear();
        byBytes.read(out, 250, log.end());
        assertThat(sequences(out)).containsExactly(1L, 2L);
        assertThat(byBytes.place()).isEqualTo(new LogPlace(200, 2));
        out.clear();
        byFrames.read(out, 10, log.end());
        assertThat(sequences(out)).as("one frame even if it is longer than asked for").containsExactly(1L);
        assertThat(log.end()).isEqualTo(new LogPlace(500, 5));
    }

    @Test
    void aReaderThatFellBehindTheRingIsOvertakenForEver() {
        EventLog log = new EventLog(1 << 10);
        LogReader reader = reader(log, Long.MAX_VALUE);
        for (int i = 1; i <= 10; i++) append(log, FrameKind.ORDER, i, 0, 76);
        assertThat(reader.read(out, 1, log.end())).isEqualTo(Result.ADVANCED);
        for (int i = 11; i <= 30; i++) append(log, FrameKind.ORDER, i, 0, 76);
        out.clear();
        assertThat(reader.read(out, 1 << 20, log.end())).isEqualTo(Result.OVERTAKEN);
        assertThat(reader.read(out, 1 << 20, log.end())).isEqualTo(Result.OVERTAKEN);
        assertThat(reader.place().sequence()).isEqualTo(1);
    }

    @Test
    void ticksThatNobodyWantsAreLeftOutAndCoveredByTheRange() {
        EventLog log = new EventLog(1 << 12);
        FrameFilter some = TestFrames.filter(false);
        some.set(2, true);
        LogReader reader = reader(log, some, Long.MAX_VALUE);
        append(log, FrameKind.TICK, 1, 1, 5);
        append(log, FrameKind.TICK, 2, 2, 5);
        append(log, FrameKind.ORDER, 3, 1, 5);
        append(log, FrameKind.TICK, 4, 1, 5);

        reader.read(out, 1 << 20, log.end());

        assertThat(sequences(out)).containsExactly(2L, 3L);
        assertThat(reader.place()).isEqualTo(log.end());
        assertThat(reader.conflated()).isZero();
    }

    @Test
    void aReaderThatWantsNothingOfWhatPassesIsNeverOvertaken() {
        EventLog log = new EventLog(1 << 10);
        FrameFilter some = TestFrames.filter(false);
        some.set(7, true);
        LogReader reader = reader(log, some, Long.MAX_VALUE);
        append(log, FrameKind.TICK, 1, 7, 40);
        assertThat(reader.read(out, 1 << 20, log.end())).isEqualTo(Result.ADVANCED);
        for (int i = 2; i <= 1000; i++) append(log, FrameKind.TICK, i, 1 + i % 6, 40);

        assertThat(reader.read(out, 1 << 20, log.end())).isEqualTo(Result.AT_END);
        append(log, FrameKind.TICK, 1001, 7, 40);

        out.clear();
        assertThat(reader.read(out, 1 << 20, log.end())).isEqualTo(Result.ADVANCED);
        assertThat(sequences(out)).containsExactly(1001L);
    }

    @Test
    void aReaderOfWhichOneWantedFrameIsGoneIsOvertaken() {
        for (FrameKind wanted : List.of(FrameKind.TICK, FrameKind.ORDER)) {
            EventLog log = new EventLog(1 << 10);
            FrameFilter some = TestFrames.filter(false);
            some.set(30, true);
            LogReader reader = reader(log, some, Long.MAX_VALUE);
            append(log, wanted, 1, 30, 40);
            for (int sequence = 2; sequence <= 20; sequence++) append(log, FrameKind.TICK, sequence, 1, 40);
            append(log, FrameKind.TICK, 21, 30, 40);
            assertThat(reader.read(out, 1 << 20, log.end())).isEqualTo(Result.OVERTAKEN);
        }
    }

    @Test
    void nearTheEndNoTickIsLeftOut() {
        EventLog log = new EventLog(1 << 12);
        LogReader reader = reader(log, 1000);
        for (int i = 1; i <= 10; i++) append(log, FrameKind.TICK, i, 1, 76);
        reader.read(out, 1 << 20, log.end());
        assertThat(sequences(out)).hasSize(10);
        assertThat(reader.conflated()).isZero();
    }
}

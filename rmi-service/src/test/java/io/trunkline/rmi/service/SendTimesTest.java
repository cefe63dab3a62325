package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.rmi.access.InstrumentPatterns;
import io.trunkline.rmi.access.Paths;
import io.trunkline.rmi.access.View;
import io.trunkline.rmi.wire.Dictionary;
import io.trunkline.rmi.wire.FrameKind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SendTimesTest {

    private final EventLog log = new EventLog(1 << 16);
    private final FrameFilter filter = TestFrames.filter(false);
    private final SendTimes times = new SendTimes(log, filter);
    private long sequence;

    private void append(int instrument) {
        append(FrameKind.TICK, instrument);
    }

    private void append(FrameKind kind, int instrument) {
        log.wantStamp();
        byte[] frame = TestFrames.frame(kind, ++sequence, instrument, 8);
        log.append(frame, frame.length, sequence);
    }

    private long samples() {
        return times.latencies().samples();
    }

    @Test
    void whatIsWrittenIsMeasuredOnce() {
        filter.set(1, true);
        append(1);
        times.written(1);
        times.written(1);
        assertThat(samples()).isEqualTo(1);
        assertThat(times.latencies().max()).isPositive();
    }

    @Test
    void whatIsNotWrittenYetIsWaitedForAlthoughNewerFramesHaveStamps() {
        filter.set(1, true);
        append(1);
        append(1);
        times.written(1);
        assertThat(samples()).isZero();
        append(1);
        times.written(2);
        assertThat(samples()).isEqualTo(1);
    }

    @Test
    void whatTheClientDoesNotWantIsNotMeasured() {
        append(2);
        times.written(1);
        assertThat(samples()).isZero();
    }

    @Test
    void ofStateTooOnlyWhatTheClientSeesIsMeasured() {
        View view = new View(Paths.ALL, InstrumentPatterns.ALL, "", false);
        SendTimes limited = new SendTimes(log, new FrameFilter(true, new Sight(view, 7, new Dictionary())));
        append(FrameKind.LOG, 0);
        limited.written(1);
        append(FrameKind.DIGEST, 8);
        limited.written(2);
        assertThat(limited.latencies().samples()).isZero();

        append(FrameKind.DIGEST, 7);
        limited.written(3);
        assertThat(limited.latencies().samples()).isEqualTo(1);
    }

    @Test
    void framesOfOneAppendAreMeasuredIfTheClientSeesAnyOfThem() {
        View view = new View(Paths.ALL, InstrumentPatterns.ALL, "", false);
        SendTimes limited = new SendTimes(log, new FrameFilter(true, new Sight(view, 7, new Dictionary())));
        byte[] first = TestFrames.frame(FrameKind.LOG, 1, 0, 8);
        byte[] both = Arrays.copyOf(first, first.length * 2);
        System.arraycopy(TestFrames.frame(FrameKind.DIGEST, 2, 7, 8), 0, both, first.length, first.length);
        log.wantStamp();
        log.append(both, both.length, 2);
        limited.written(2);
        assertThat(limited.latencies().samples()).isEqualTo(1);
    }

    @Test
    void whatWasThereBeforeTheClientCameIsNotMeasured() {
        filter.set(1, true);
        append(1);
        times.begin();
        times.written(1);
        assertThat(samples()).isZero();
    }
}

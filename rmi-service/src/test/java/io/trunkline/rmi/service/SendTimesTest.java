package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.rmi.wire.FrameKind;
import org.junit.jupiter.api.Test;

class SendTimesTest {

    private final EventLog log = new EventLog(1 << 16);
    private final FrameFilter filter = TestFrames.filter(false);
    private final SendTimes times = new SendTimes(log, filter);
    private long sequence;

    private void append(int instrument) {
        log.wantStamp();
        byte[] frame = TestFrames.frame(FrameKind.TICK, ++sequence, instrument, 8);
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
    void whatWasThereBeforeTheClientCameIsNotMeasured() {
        filter.set(1, true);
        append(1);
        times.begin();
        times.written(1);
        assertThat(samples()).isZero();
    }
}

package io.trunkline.rmi.service;

import io.trunkline.engine.model.Tick;
import io.trunkline.rmi.wire.FrameEncoder;
import io.trunkline.rmi.wire.Market;
import io.trunkline.rmi.wire.WireWriter;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Appending the frame of a one-level tick to the log while nobody waits for it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 9, time = 1)
@Fork(1)
public class EventLogBenchmark {

    private final EventLog log = new EventLog(1 << 26);
    private final WireWriter frame = new WireWriter(256);
    private FrameEncoder encoder;
    private Tick[] ticks;
    private int next;
    private long sequence;

    @Setup
    public void encode() {
        Market market = new Market(1);
        encoder = market.encoder(new WireWriter(1 << 16));
        ticks = market.ticks(4_096);
        encoder.encode(ticks[0], frame);
    }

    @Benchmark
    public void append() {
        log.append(frame.array(), frame.length(), ++sequence);
    }

    /** What the event thread does for a tick: encode it and append its frame. */
    @Benchmark
    public void encodeAndAppend() {
        next = next + 1 & ticks.length - 1;
        frame.clear();
        encoder.encode(ticks[next], frame);
        log.append(frame.array(), frame.length(), encoder.sequence());
    }
}

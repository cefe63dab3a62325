package io.trunkline.rmi.wire;

import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Tick;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Encoding and decoding a tick, one of 500 instruments drawn for each. Prints how long its frames are in the mean. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 9, time = 1)
@Fork(1)
public class TickCodecBenchmark {

    private static final int TICKS = 4_096;

    @Param({"1", "5"})
    private int levels;
    private final WireWriter out = new WireWriter(1 << 12);
    private final FrameDecoder decoder = new FrameDecoder("RPC", kind -> Optional.empty());
    private final int[] offsets = new int[TICKS];
    private Tick[] ticks;
    private FrameEncoder encoder;
    private byte[] frames;
    private int next;

    @Setup
    public void encodeAll() throws WireException {
        Market market = new Market(levels);
        ticks = market.ticks(TICKS);
        WireWriter all = new WireWriter(1 << 20);
        encoder = market.encoder(all);
        int definitions = all.length();
        for (int i = 0; i < TICKS; i++) {
            offsets[i] = all.length();
            encoder.encode(ticks[i], all);
        }
        frames = all.toByteArray();
        for (int at = 0; at < definitions; at = Frames.end(frames, at, definitions)) decoder.decode(frames, at);
    }

    @TearDown
    public void printLength() {
        System.out.printf("%nbytes a frame of %d levels: %.1f%n", levels,
                (frames.length - offsets[0]) / (double) TICKS);
    }

    @Benchmark
    public int encode() {
        next = next + 1 & TICKS - 1;
        out.clear();
        encoder.encode(ticks[next], out);
        return out.length();
    }

    @Benchmark
    public Event decode() throws WireException {
        next = next + 1 & TICKS - 1;
        return decoder.decode(frames, offsets[next]);
    }
}

package io.trunkline.engine.core;

import io.trunkline.engine.WaitStrategy;
import io.trunkline.engine.model.Tick;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Ticks posted, applied to the books and handled, in events a second: from the first post until the last was handled.
 * A producer waits for room as a source does that can, so that nothing is conflated.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 9, time = 2)
@Fork(1)
public class EventEngineBenchmark {

    private static final int EVENTS = 200_000;
    private static final int BATCH = 1_000; // events between two looks whether there is room

    @Param("PARK")
    private WaitStrategy waiting;
    private final Tick[] ticks = Feed.ticks(BATCH);
    private CoreEventEngine engine;
    private double seen; // event thread only

    @Setup
    public void start() {
        Attribution attribution = new Attribution(new CoreBooks(), new KeyMemory(1, Duration.ZERO));
        engine = CoreEventEngine.start(attribution::apply, Duration.ofSeconds(1), InstantSource.system(),
                EventQueue.MARK, waiting);
        engine.on(Tick.class, tick -> seen += tick.lastPrice());
    }

    @TearDown
    public void stop() {
        if (engine.stats().conflated() > 0) throw new IllegalStateException("ticks were conflated");
        engine.close(Duration.ofSeconds(5));
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    @Threads(1)
    public void oneProducer() throws InterruptedException {
        produce();
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    @Threads(4)
    public void fourProducers() throws InterruptedException {
        produce();
    }

    private void produce() throws InterruptedException {
        for (int batch = 0; batch < EVENTS / BATCH; batch++) {
            engine.awaitRoom();
            for (Tick tick : ticks) engine.publish(tick);
        }
        CountDownLatch handled = new CountDownLatch(1);
        engine.execute(handled::countDown);
        handled.await();
    }
}

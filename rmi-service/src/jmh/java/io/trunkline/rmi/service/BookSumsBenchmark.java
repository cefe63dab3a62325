package io.trunkline.rmi.service;

import io.trunkline.engine.model.Order;
import io.trunkline.rmi.wire.RandomEvents;
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

/** What the digest costs the event thread for an order's new state. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BookSumsBenchmark {

    private static final int ORDERS = 1 << 12;

    private final BookSums sums = new BookSums();
    private final Order[] orders = new Order[ORDERS];
    private int next;

    @Setup
    public void fill() {
        RandomEvents random = new RandomEvents(1, "SIM");
        for (int i = 0; i < ORDERS; i++) {
            orders[i] = random.order().toBuilder().reference("grid").clientKey("client-12-" + i).owner("client")
                    .message("").build();
            sums.put(orders[i]);
        }
    }

    @Benchmark
    public void putOrder() {
        next = next + 1 & ORDERS - 1;
        sums.put(orders[next]);
    }
}

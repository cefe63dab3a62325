package io.trunkline.engine.core;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to apply an event to the books, the time of making the event not counted. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 9, time = 1)
@Fork(1)
public class BooksBenchmark {

    private static final int BATCH = 10_000;

    /** Books with ticks of 500 instruments. */
    @State(Scope.Thread)
    public static class Ticks {
        private final CoreBooks books = new CoreBooks();
        private final Tick[] ticks = Feed.ticks(Feed.INSTRUMENTS * 2);
        private int next;
    }

    @Benchmark
    public boolean tick(Ticks state) {
        state.next = state.next + 1 == state.ticks.length ? 0 : state.next + 1;
        return state.books.apply(state.ticks[state.next]);
    }

    /** Books with contracts and positions; made anew for each batch, for orders and trades can come once only. */
    @State(Scope.Thread)
    public static class Records {
        private final Order[] orders = new Order[BATCH];
        private final Trade[] trades = new Trade[BATCH];
        private CoreBooks books;

        @Setup(Level.Trial)
        public void make() {
            for (int i = 0; i < BATCH; i++) {
                InstrumentId instrument = Feed.instrument(i % Feed.INSTRUMENTS);
                Id id = Id.of("SIM", Integer.toString(i / 2));
                orders[i] = Order.builder().id(id).gateway("SIM").instrument(instrument).direction(Direction.SHORT)
                        .offset(Offset.CLOSE).price(3000).volume(2).traded(i % 2)
                        .status(i % 2 == 0 ? Status.NOTTRADED : Status.PARTTRADED).build();
                trades[i] = Trade.builder().id(Id.of("SIM", "t" + i)).orderId(id).gateway("SIM")
                        .instrument(instrument).direction(Direction.LONG).offset(Offset.OPEN).price(3000).volume(1)
                        .build();
            }
        }

        @Setup(Level.Invocation)
        public void begin() {
            books = new CoreBooks();
            for (int i = 0; i < Feed.INSTRUMENTS; i++) {
                InstrumentId instrument = Feed.instrument(i);
                books.apply(Contract.builder().gateway("SIM").instrument(instrument).product(Product.FUTURES)
                        .priceTick(1).build());
                books.apply(new Position("SIM", instrument, Direction.LONG, 1_000_000, 0, 3000, 0, 0));
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public CoreBooks order(Records state) {
        for (Order order : state.orders) state.books.apply(order);
        return state.books;
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public CoreBooks trade(Records state) {
        for (Trade trade : state.trades) state.books.apply(trade);
        return state.books;
    }

    /** One instrument with many active orders that close it, one of which changes over and over. */
    @State(Scope.Thread)
    public static class ManyClosing {
        @Param({"1", "1000"})
        private int active;
        private final CoreBooks books = new CoreBooks();
        private Order order;

        @Setup
        public void fill() {
            InstrumentId instrument = Feed.instrument(0);
            books.apply(Contract.builder().gateway("SIM").instrument(instrument).product(Product.FUTURES).priceTick(1)
                    .build());
            books.apply(new Position("SIM", instrument, Direction.LONG, 1_000_000, 0, 3000, 0, 0));
            for (int i = 0; i < active; i++) {
                order = Order.builder().id(Id.of("SIM", Integer.toString(i))).gateway("SIM").instrument(instrument)
                        .direction(Direction.SHORT).offset(Offset.CLOSE).price(3000).volume(2)
                        .status(Status.NOTTRADED).build();
                books.apply(order);
            }
        }
    }

    @Benchmark
    public boolean orderBesideManyThatClose(ManyClosing state) {
        return state.books.apply(state.order);
    }
}

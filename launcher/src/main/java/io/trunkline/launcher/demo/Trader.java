package io.trunkline.launcher.demo;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Tick;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Trades by a script: it opens a lot at the market, leaves another order far from it, cancels that and closes the lot,
 * on one instrument after the other, long and short in turns.
 *
 * <p>It works on a thread of its own; {@link #start} and {@link #stop} are for one other thread.
 */
public final class Trader {

    private static final Duration PACE = Duration.ofMillis(250);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);
    private static final int TICKS_THROUGH_MARKET = 10;
    private static final int TICKS_FAR = 200;

    private final MainEngine engine;
    private final List<Contract> contracts;
    private final List<Id> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::trade, "trader");

    /** One that trades the instruments of some contracts. */
    public Trader(MainEngine engine, List<Contract> contracts) {
        this.engine = engine;
        this.contracts = List.copyOf(contracts);
    }

    /** Starts trading. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Stops trading, cancels what is active and waits, for a bounded time, until nothing of it is. */
    public void stop() throws InterruptedException {
        stopped.countDown();
        long deadline = System.nanoTime() + LONGEST_STOP.toNanos();
        thread.join(LONGEST_STOP.toMillis());
        sent.stream().filter(this::isActive).forEach(id -> engine.cancelOrder(id));
        while (active() > 0 && System.nanoTime() - deadline < 0) TimeUnit.MILLISECONDS.sleep(20);
    }

    /** How many of its orders can still trade. */
    public long active() {
        return sent.stream().filter(this::isActive).count();
    }

    /** How many orders it sent. */
    public int sent() {
        return sent.size();
    }

    /** How many fills its orders had. */
    public long fills() {
        return sent.stream().mapToLong(id -> engine.trades(id).size()).sum();
    }

    /** How many of its orders were refused before they became orders. */
    public int refused() {
        return refused.get();
    }

    private boolean isActive(Id id) {
        Optional<Order> order = engine.order(id);
        return order.isEmpty() || order.get().isActive(); // what is not in the books yet is on its way
    }

    private void trade() {
        try {
            for (int round = 0; stopped.getCount() > 0; round++) {
                Contract contract = contracts.get(round % contracts.size());
                Direction direction = round / contracts.size() % 2 == 0 ? Direction.LONG : Direction.SHORT;
                round(contract, direction);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round(Contract contract, Direction direction) throws InterruptedException {
        Optional<Tick> tick = market(contract.instrument());
        if (tick.isEmpty()) {
            pause();
            return;
        }
        Optional<Id> opening =
                send(contract, direction, Offset.OPEN, marketable(tick.get(), direction, contract.priceTick()));
        Optional<Id> resting = send(contract, direction, Offset.OPEN, far(tick.get(), direction, contract.priceTick()));
        pause();
        resting.ifPresent(id -> engine.cancelOrder(id));
        if (opening.isEmpty()) return;
        Optional<Tick> now = market(contract.instrument());
        boolean isFilled = engine.order(opening.get()).map(order -> order.status() == Status.ALLTRADED).orElse(false);
        if (isFilled && now.isPresent()) {
            Direction back = direction.opposite();
            send(contract, back, Offset.CLOSE, marketable(now.get(), back, contract.priceTick()));
        } else if (isActive(opening.get())) {
            engine.cancelOrder(opening.get());
        }
        pause();
    }

    private Optional<Tick> market(InstrumentId instrument) {
        return engine.tick(instrument).filter(tick -> tick.bidPrice() > 0 && tick.askPrice() > 0);
    }

    private Optional<Id> send(Contract contract, Direction direction, Offset offset, double price) {
        Outcome outcome = engine.sendOrder(
                OrderRequest.limit(contract.gateway(), contract.instrument(), direction, offset, 1, price)
                .withReference("demo"));
        Optional<Id> id = outcome.acceptedId();
        id.ifPresentOrElse(sent::add, refused::incrementAndGet);
        return id;
    }

    private void pause() throws InterruptedException {
        stopped.await(PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A price at which an order trades at once, but no worse than the day's limit. */
    static double marketable(Tick tick, Direction direction, double priceTick) {
        if (direction == Direction.LONG) {
            double price = tick.askPrice() + TICKS_THROUGH_MARKET * priceTick;
            return tick.limitUp() > 0 ? Math.min(price, tick.limitUp()) : price;
        }
        return Math.max(tick.bidPrice() - TICKS_THROUGH_MARKET * priceTick, tick.limitDown());
    }

    /** A price at which an order waits. */
    static double far(Tick tick, Direction direction, double priceTick) {
        if (direction == Direction.LONG) {
            return tick.limitDown() > 0 ? tick.limitDown() : tick.bidPrice() - TICKS_FAR * priceTick;
        }
        return tick.limitUp() > 0 ? tick.limitUp() : tick.askPrice() + TICKS_FAR * priceTick;
    }
}

package io.trunkline.engine.core;

import io.trunkline.engine.WaitStrategy;
import io.trunkline.engine.core.HandlerTable.Stage;
import io.trunkline.engine.event.Batch;
import io.trunkline.engine.event.EventEngine;
import io.trunkline.engine.event.EventHandler;
import io.trunkline.engine.event.EventStats;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.event.Tap;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Topic;
import io.trunkline.engine.plugin.Latencies;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event engine: a queue, a table of handlers and the one thread {@code event-engine}, which ends on
 * {@link #close}.
 */
final class CoreEventEngine implements EventEngine {

    private static final Logger LOG = LoggerFactory.getLogger(CoreEventEngine.class);
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final EventQueue queue;
    private final HandlerTable handlers = new HandlerTable();
    private final Dispatcher dispatcher;
    private final EventLoop loop;
    private final Thread thread;
    private final AtomicInteger openBatches = new AtomicInteger(); // so that publishing outside of one costs a read
    private final ThreadLocal<WakeUpBatch> batches = new ThreadLocal<>(); // of the threads that have one open

    private CoreEventEngine(
            UnaryOperator<Event> firstStage, Duration timerInterval, InstantSource clock, int mark,
            WaitStrategy waiting) {
        this.queue = new EventQueue(mark);
        this.dispatcher = new Dispatcher(firstStage, handlers);
        IntervalTimer timer = new IntervalTimer(timerInterval, clock, System.nanoTime());
        this.loop = new EventLoop(queue, dispatcher, timer, waiting);
        this.thread = new Thread(loop, "event-engine");
        thread.setDaemon(true);
    }

    /**
     * Makes an engine with its thread running. The first stage applies each event and answers it, or another in its
     * place, or vetoes it by answering null.
     */
    static CoreEventEngine start(
            UnaryOperator<Event> firstStage, Duration timerInterval, InstantSource clock, int mark,
            WaitStrategy waiting) {
        CoreEventEngine engine = new CoreEventEngine(firstStage, timerInterval, clock, mark, waiting);
        engine.thread.start();
        return engine;
    }

    @Override
    public void publish(Event event) {
        add(Objects.requireNonNull(event, "event"));
    }

    @Override
    public void execute(Runnable task) {
        add(new EventLoop.Task(Objects.requireNonNull(task, "task")));
    }

    private void add(Object item) {
        WakeUpBatch batch = openBatches.get() > 0 ? batches.get() : null;
        if (batch == null) {
            if (queue.add(item)) LockSupport.unpark(thread);
        } else if (queue.addInBatch(item)) {
            batch.defer();
        }
    }

    @Override
    public Batch batch() {
        WakeUpBatch open = batches.get();
        if (open != null) return open.begin();
        WakeUpBatch batch = new WakeUpBatch(this::endBatch);
        batches.set(batch);
        openBatches.incrementAndGet();
        return batch.begin();
    }

    private void endBatch(boolean isDue) {
        batches.set(null);
        openBatches.decrementAndGet();
        if (isDue) wakeUp();
    }

    /** Whether the event thread sleeps, or is about to. */
    boolean sleeps() {
        return queue.isParked();
    }

    private void wakeUp() {
        if (queue.needsAttention()) LockSupport.unpark(thread);
    }

    @Override
    public void awaitRoom() throws InterruptedException {
        if (!isEventThread()) queue.awaitRoom(); // the event thread would wait for itself
    }

    @Override
    public Duration lag() {
        return queue.lag();
    }

    @Override
    public <E extends Event> Registration on(Class<E> type, EventHandler<? super E> handler) {
        return add(Stage.TYPED, type, null, handler);
    }

    @Override
    public <E extends Event> Registration on(Class<E> type, Object key, EventHandler<? super E> handler) {
        return add(Stage.KEYED, type, Objects.requireNonNull(key, "key"), handler);
    }

    @Override
    public Registration on(Topic topic, EventHandler<? super Event> handler) {
        return add(topic.key() == null ? Stage.TYPED : Stage.KEYED, topic.type(), topic.key(), handler);
    }

    @Override
    public Registration onAll(EventHandler<? super Event> handler) {
        return add(Stage.GENERAL, Event.class, null, handler);
    }

    @Override
    public Registration tap(Tap tap) {
        return handlers.addTap(Objects.requireNonNull(tap, "tap"));
    }

    private Registration add(Stage stage, Class<?> type, Object key, EventHandler<?> handler) {
        Objects.requireNonNull(type, "type");
        return handlers.add(stage, type, key, Objects.requireNonNull(handler, "handler"));
    }

    @Override
    public boolean isEventThread() {
        return Thread.currentThread() == thread;
    }

    @Override
    public EventStats stats() {
        long dispatched = dispatcher.dispatched(); // handled before published, so that none is handled too early
        long vetoed = dispatcher.vetoed();
        long conflated = queue.conflated();
        long published = loop.generated() + queue.published();
        long queued = Math.max(0, published - dispatched - vetoed - conflated);
        return new EventStats(published, dispatched, vetoed, conflated, dispatcher.failed(),
                (int) Math.min(Integer.MAX_VALUE, queued));
    }

    @Override
    public Latencies waits() {
        return loop.waits();
    }

    /** Waits up to a time until what is queued was handled; not at all on the event thread. */
    void await(Duration limit) {
        if (isEventThread()) return;
        CountDownLatch handled = new CountDownLatch(1);
        execute(handled::countDown);
        try {
            handled.await(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Drops what is published from now on, has what is queued handled for up to the given time, and ends the thread.
     * Called on the event thread it returns at once, and the thread drains and ends by itself.
     */
    void close(Duration drain) {
        if (queue.isClosed()) return;
        loop.end(TimeUnit.NANOSECONDS.convert(drain));
        queue.close();
        LockSupport.unpark(thread);
        if (isEventThread() || Bounded.join(thread, drain) || Bounded.join(thread, GRACE)) return;
        LOG.warn("a handler does not return; interrupting it");
        thread.interrupt();
        if (!Bounded.join(thread, GRACE)) LOG.warn("the event thread still runs: a handler does not return");
    }
}

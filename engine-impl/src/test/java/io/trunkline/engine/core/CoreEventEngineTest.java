package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.IF;
import static io.trunkline.engine.core.Fixtures.NOON;
import static io.trunkline.engine.core.Fixtures.RB;
import static io.trunkline.engine.core.Fixtures.drain;
import static io.trunkline.engine.core.Fixtures.order;
import static io.trunkline.engine.core.Fixtures.tick;
import static io.trunkline.engine.core.Fixtures.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.WaitStrategy;
import io.trunkline.engine.event.EventHandler;
import io.trunkline.engine.event.EventStats;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.model.AppEvent;
import io.trunkline.engine.model.Conflated;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.TimerEvent;
import io.trunkline.engine.model.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class CoreEventEngineTest {

    private static final Duration NO_TIMER = Duration.ofDays(1);

    private final List<Event> vetoed = new ArrayList<>(); // filled before publishing
    private final CoreEventEngine engine = start(
            event -> vetoed.contains(event) ? null : event, NO_TIMER, EventQueue.MARK);
    private final List<Object> seen = new ArrayList<>(); // event thread, read after drain

    private static CoreEventEngine start(UnaryOperator<Event> firstStage, Duration interval, int mark) {
        return CoreEventEngine.start(firstStage, interval, () -> NOON, mark, WaitStrategy.PARK);
    }

    @AfterEach
    void close() {
        engine.close(Duration.ofSeconds(5));
    }

    private static LogEntry entry(String source, long number) {
        return new LogEntry(source, LogLevel.INFO, Long.toString(number), NOON);
    }

    private void publishAndWait(Event... events) {
        for (Event event : events) engine.publish(event);
        drain(engine);
    }

    /** Keeps the event thread busy until the latch is counted down. */
    private static CountDownLatch block(CoreEventEngine engine) {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        engine.execute(() -> {
            blocked.countDown();
            Fixtures.await(release);
        });
        Fixtures.await(blocked);
        return release;
    }

    private record Alarm(int number) implements AppEvent {
        @Override
        public String kind() {
            return "alarm.Raised";
        }
    }

    private record Other() implements AppEvent {
        @Override
        public String kind() {
            return "other";
        }
    }

    @Test
    void keepsTheOrderOfEachOfFourProducers() throws InterruptedException {
        int each = 50_000;
        Map<String, Long> last = new HashMap<>();
        List<String> faults = new ArrayList<>();
        engine.on(LogEntry.class, entry -> {
            long number = Long.parseLong(entry.message());
            if (number != last.getOrDefault(entry.gateway(), 0L) + 1) faults.add(entry.toString());
            last.put(entry.gateway(), number);
        });
        List<Thread> producers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String name = "producer" + i;
            producers.add(new Thread(() -> {
                for (int n = 1; n <= each; n++) engine.publish(entry(name, n));
            }));
        }
        producers.forEach(Thread::start);
        for (Thread producer : producers) producer.join();
        drain(engine);

        assertThat(faults).isEmpty();
        assertThat(last).hasSize(4).values().allMatch(number -> number == each);
    }

    @Test
    void callsTheStagesInTheirOrder() {
        engine.onAll(event -> seen.add("general"));
        engine.on(Tick.class, RB, event -> seen.add("keyed"));
        engine.on(Tick.class, event -> seen.add("typed 1"));
        engine.tap(event -> seen.add("tap"));
        engine.on(Tick.class, event -> seen.add("typed 2"));

        publishAndWait(tick("SIM", RB, 1));

        assertThat(seen).containsExactly("tap", "typed 1", "typed 2", "keyed", "general");
    }

    @Test
    void callsKeyedHandlersForTheirKeyOnly() {
        engine.on(Tick.class, RB, seen::add);

        publishAndWait(tick("SIM", IF, 1), tick("SIM", RB, 1), order("SIM.1", Status.SUBMITTING, 0));

        assertThat(seen).containsExactly(tick("SIM", RB, 1));
    }

    @Test
    void understandsTopics() {
        engine.on(Topic.parse("eOrder.SIM.1"), seen::add);
        engine.on(Topic.parse("eTick."), event -> seen.add("tick"));

        publishAndWait(order("SIM.2", Status.SUBMITTING, 0), order("SIM.1", Status.SUBMITTING, 0), tick("SIM", RB, 1));

        assertThat(seen).containsExactly(order("SIM.1", Status.SUBMITTING, 0), "tick");
    }

    @Test
    void givesAllAppEventsToTheHandlersOfTheirCommonType() {
        engine.on(AppEvent.class, event -> seen.add("any " + event.kind()));
        engine.on(Alarm.class, event -> seen.add("alarm " + event.number()));
        engine.on(Topic.parse("eApp.other"), event -> seen.add("by topic"));

        publishAndWait(new Alarm(7), new Other());

        assertThat(seen).containsExactly("any alarm.Raised", "alarm 7", "any other", "by topic");
    }

    @Test
    void callsAHandlerRegisteredTwiceOnce() {
        EventHandler<Event> handler = event -> seen.add("twice");
        Registration first = engine.on(Tick.class, handler);
        engine.on(Tick.class, handler);
        publishAndWait(tick("SIM", RB, 1));

        first.close();
        publishAndWait(tick("SIM", RB, 2));

        assertThat(seen).as("once each; closing one of two registrations keeps the other")
                .containsExactly("twice", "twice");
    }

    @Test
    void callsNoHandlerThatWasRemoved() {
        Registration registration = engine.on(Tick.class, seen::add);
        publishAndWait(tick("SIM", RB, 1));

        registration.close();
        registration.close();
        publishAndWait(tick("SIM", RB, 2));

        assertThat(seen).hasSize(1);
    }

    @Test
    void letsHandlersComeAndGoDuringADispatchFromTheNextEventOn() {
        List<Registration> registrations = new ArrayList<>();
        engine.on(Tick.class, event -> {
            seen.add("first");
            if (registrations.isEmpty()) return;
            registrations.remove(0).close();
            engine.on(Tick.class, added -> seen.add("added"));
        });
        registrations.add(engine.on(Tick.class, event -> seen.add("removed")));

        publishAndWait(tick("SIM", RB, 1));
        assertThat(seen).containsExactly("first", "removed");
        seen.clear();
        publishAndWait(tick("SIM", RB, 2));

        assertThat(seen).containsExactly("first", "added");
    }

    @Test
    void goesOnAfterHandlersThatThrowAnything() {
        engine.on(Tick.class, event -> {
            throw new IllegalStateException("on purpose");
        });
        engine.on(Tick.class, event -> {
            throw new AssertionError("on purpose");
        });
        engine.on(Tick.class, event -> {
            throw new StackOverflowError("on purpose");
        });
        engine.on(Tick.class, seen::add);

        publishAndWait(tick("SIM", RB, 1), tick("SIM", RB, 2));

        assertThat(seen).hasSize(2);
        assertThat(engine.stats().failed()).isEqualTo(6);
    }

    @Test
    void goesOnAfterATaskThatThrows() {
        engine.execute(() -> {
            throw new IllegalStateException("on purpose");
        });
        engine.execute(() -> seen.add("next"));
        drain(engine);

        assertThat(seen).containsExactly("next");
        assertThat(engine.stats().failed()).isEqualTo(1);
    }

    @Test
    void showsNobodyWhatTheBooksVeto() {
        vetoed.add(tick("SIM", RB, 2));
        engine.tap(event -> seen.add(event));
        engine.onAll(seen::add);

        publishAndWait(tick("SIM", RB, 2));

        assertThat(seen).isEmpty();
        assertThat(engine.stats().vetoed()).isEqualTo(1);
        assertThat(engine.stats().dispatched()).isZero();
    }

    @Test
    void runsTasksInTheirPlaceAmongEvents() {
        engine.on(Tick.class, event -> seen.add(event.lastPrice()));
        engine.publish(tick("SIM", RB, 1));
        engine.execute(() -> seen.add(engine.isEventThread()));
        publishAndWait(tick("SIM", RB, 2));

        assertThat(seen).containsExactly(1.0, true, 2.0);
        assertThat(engine.isEventThread()).isFalse();
    }

    @Test
    void losesNoStateEventInAFlood() {
        AtomicLong count = new AtomicLong();
        engine.on(Order.class, event -> count.incrementAndGet());
        CountDownLatch release = block(engine);
        Order order = order("SIM.1", Status.SUBMITTING, 0);
        for (int i = 0; i < 1_000_000; i++) engine.publish(order);

        assertThat(engine.stats().queued()).isEqualTo(1_000_000);
        release.countDown();
        drain(engine);

        assertThat(count).hasValue(1_000_000);
        assertThat(engine.stats()).isEqualTo(new EventStats(1_000_000, 1_000_000, 0, 0, 0, 0));
    }

    @Test
    void countsExactlyWhatItConflates() {
        CoreEventEngine small = start(event -> event, NO_TIMER, 1_000);
        AtomicLong ticks = new AtomicLong();
        AtomicLong conflated = new AtomicLong();
        AtomicLong orders = new AtomicLong();
        small.on(Tick.class, event -> ticks.incrementAndGet());
        small.on(Order.class, event -> orders.incrementAndGet());
        small.on(Conflated.class, "", event -> conflated.addAndGet(event.ticks()));
        CountDownLatch release = block(small);
        for (int i = 0; i < 10_000; i++) {
            small.publish(tick("SIM", i % 2 == 0 ? RB : IF, i));
            if (i % 10 == 0) small.publish(order("SIM.1", Status.SUBMITTING, 0));
        }
        release.countDown();
        drain(small);
        EventStats stats = small.stats();
        small.close(Duration.ofSeconds(5));

        assertThat(conflated.get()).isPositive().isEqualTo(stats.conflated());
        assertThat(ticks.get() + conflated.get()).isEqualTo(10_000);
        assertThat(orders).hasValue(1_000);
        assertThat(stats.published()).isEqualTo(stats.dispatched() + stats.conflated());
    }

    @Test
    void lagsForAsLongAsAHandlerIsStuck() {
        assertThat(engine.lag()).isZero();
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch stuck = new CountDownLatch(1);
        engine.on(Tick.class, event -> {
            stuck.countDown();
            Fixtures.await(release);
        });
        engine.publish(tick("SIM", RB, 1));
        Fixtures.await(stuck);

        until(() -> engine.lag().compareTo(Duration.ofMillis(20)) > 0);

        release.countDown();
        until(() -> engine.lag().isZero());
    }

    @Test
    void sleepsAgainAfterAHandlerInterruptsItsThread() {
        engine.on(Tick.class, event -> Thread.currentThread().interrupt());
        publishAndWait(tick("SIM", RB, 1));

        Thread thread = threads().stream().findFirst().orElseThrow();
        until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        publishAndWait(tick("SIM", RB, 2));
        until(() -> thread.getState() == Thread.State.TIMED_WAITING);

        assertThat(engine.stats().dispatched()).isEqualTo(2);
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("event-engine")).toList();
    }

    @Test
    void firesTheTimer() throws InterruptedException {
        CoreEventEngine ticking = start(event -> event, Duration.ofMillis(1), EventQueue.MARK);
        BlockingQueue<TimerEvent> timers = new LinkedBlockingQueue<>();
        ticking.on(TimerEvent.class, timers::add);

        TimerEvent first = timers.take();
        TimerEvent second = timers.take();
        ticking.close(Duration.ofSeconds(5));

        assertThat(second.count()).isEqualTo(first.count() + 1);
        assertThat(first.time()).isEqualTo(NOON);
        assertThat(ticking.stats().published()).isEqualTo(ticking.stats().dispatched()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void goesOnAlthoughTheClockFails() {
        CoreEventEngine timeless = CoreEventEngine.start(event -> event, Duration.ofMillis(1), () -> {
            throw new IllegalStateException("on purpose");
        }, EventQueue.MARK, WaitStrategy.PARK);
        until(() -> timeless.stats().failed() > 2);

        timeless.publish(tick("SIM", RB, 1));
        drain(timeless);

        assertThat(timeless.stats().dispatched()).isEqualTo(1);
        timeless.close(Duration.ofSeconds(5));
    }

    @Test
    void handsOutWhatIsQueuedWhenItCloses() {
        AtomicLong count = new AtomicLong();
        engine.on(LogEntry.class, event -> count.incrementAndGet());
        CountDownLatch release = block(engine);
        for (int i = 0; i < 10_000; i++) engine.publish(entry("x", i));
        Thread closer = new Thread(() -> engine.close(Duration.ofSeconds(20)));
        closer.start();
        until(() -> closer.getState() == Thread.State.TIMED_WAITING);
        release.countDown();
        assertThat(Bounded.join(closer, Duration.ofSeconds(20))).isTrue();

        assertThat(count).hasValue(10_000);
        engine.publish(entry("x", 1));
        assertThat(engine.stats().published()).as("dropped after closing").isEqualTo(10_000);
    }

    @Test
    void closesOnItsOwnThreadWithoutWaiting() {
        CountDownLatch closed = new CountDownLatch(1);
        engine.on(Tick.class, event -> {
            engine.close(Duration.ofSeconds(5));
            closed.countDown();
        });
        engine.on(LogEntry.class, seen::add);
        CountDownLatch release = block(engine);
        engine.publish(tick("SIM", RB, 1));
        engine.publish(entry("x", 1));
        Thread thread = threads().get(0);

        release.countDown();
        Fixtures.await(closed);

        assertThat(Bounded.join(thread, Duration.ofSeconds(20))).isTrue();
        assertThat(seen).as("queued before it closed").hasSize(1);
    }

    @Test
    void endsThoughAHandlerNeverReturns() {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch stuck = new CountDownLatch(1);
        engine.execute(() -> {
            stuck.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                seen.add("interrupted");
            }
        });
        engine.execute(() -> seen.add("too late"));
        Fixtures.await(stuck);

        engine.close(Duration.ZERO);
        engine.close(Duration.ZERO);

        assertThat(seen).containsExactly("interrupted");
        assertThat(threads()).isEmpty();
    }

    @Test
    void letsNoSourceWaitAfterItClosed() throws InterruptedException {
        CountDownLatch release = block(engine);
        for (int i = 0; i < EventQueue.MARK; i++) engine.publish(entry("x", i));
        Thread source = new Thread(() -> {
            try {
                engine.awaitRoom();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        source.start();
        until(() -> source.getState() == Thread.State.WAITING);

        Thread closer = new Thread(() -> engine.close(Duration.ofSeconds(20)));
        closer.start();
        assertThat(Bounded.join(source, Duration.ofSeconds(20))).isTrue();
        release.countDown();
        closer.join();

        engine.awaitRoom(); // returns at once
    }

    @Test
    void worksBesideAnotherEngine() {
        CoreEventEngine other = start(event -> event, NO_TIMER, EventQueue.MARK);
        engine.onAll(seen::add);
        CountDownLatch release = block(other);

        other.publish(tick("OTHER", RB, 1));
        publishAndWait(new GatewayStatus("SIM", GatewayState.LIVE, "", NOON));

        assertThat(seen).hasSize(1);
        release.countDown();
        other.close(Duration.ofSeconds(5));
        publishAndWait(tick("SIM", RB, 1));
        assertThat(seen).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void handlesEventsAndTimersAndEndsHoweverItWaits(WaitStrategy strategy) throws InterruptedException {
        CoreEventEngine waiting = CoreEventEngine.start(
                event -> event, Duration.ofMillis(20), () -> NOON, EventQueue.MARK, strategy);
        BlockingQueue<Event> handled = new LinkedBlockingQueue<>();
        waiting.on(Tick.class, handled::add);
        CountDownLatch timers = new CountDownLatch(3);
        waiting.on(TimerEvent.class, event -> {
            Thread.currentThread().interrupt();
            timers.countDown();
        });

        for (int i = 0; i < 3; i++) { // each time after a while without any event
            timers.await();
            waiting.publish(tick("SIM", RB, i));
            assertThat(handled.take()).isEqualTo(tick("SIM", RB, i));
        }
        waiting.close(Duration.ofSeconds(20));

        until(() -> threads().size() == 1); // the one of the engine that all tests have
    }

    @Test
    void spinsWithoutEverSleeping() {
        CoreEventEngine spinning = CoreEventEngine.start(
                event -> event, NO_TIMER, () -> NOON, EventQueue.MARK, WaitStrategy.SPIN);
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        spinning.execute(() -> thread.complete(Thread.currentThread()));
        long end = System.nanoTime() + Duration.ofMillis(20).toNanos();
        List<Thread.State> states = new ArrayList<>();
        while (System.nanoTime() - end < 0) states.add(thread.join().getState());
        spinning.close(Duration.ofSeconds(5));

        assertThat(states).doesNotContain(Thread.State.WAITING, Thread.State.TIMED_WAITING);
    }

    @Test
    void sleepsAfterYieldingForAWhile() {
        CoreEventEngine yielding = CoreEventEngine.start(
                event -> event, NO_TIMER, () -> NOON, EventQueue.MARK, WaitStrategy.YIELD);
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        yielding.execute(() -> thread.complete(Thread.currentThread()));

        until(() -> thread.join().getState() == Thread.State.TIMED_WAITING);
        yielding.close(Duration.ofSeconds(5));
    }
}

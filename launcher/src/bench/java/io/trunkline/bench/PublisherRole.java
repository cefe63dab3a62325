package io.trunkline.bench;

import io.trunkline.engine.model.Tick;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Publishes a workload over one transport, as fast as subscribers follow or at a pace. */
final class PublisherRole implements Role {

    private static final int CHECKED = 64; // the window is looked at every so many events
    private static final String EVENT_THREAD = "event-engine";
    private static final long EARLY_NANOS = 30_000; // about what waking takes

    private Workload workload;
    private Publisher publisher;
    private SharedCounts counts;
    private int[] lastPlaces; // of each subscriber's interest
    private long window;
    private long published;

    @Override
    public Map<String, Object> handle(Message command) throws Exception {
        return switch (command.word()) {
            case "open" -> open(command);
            case "await" -> await();
            case "push" -> push(command.number("rounds"));
            case "pace" -> pace(command);
            case "flood" -> flood(command.number("rounds"));
            case "measure" -> Map.of("heap", JvmFigures.heapAfterCollection());
            default -> throw new IllegalArgumentException("unknown command: " + command.word());
        };
    }

    private Map<String, Object> open(Message command) throws Exception {
        workload = Workloads.of(command.text("workload"));
        int clients = command.integer("clients");
        Path folder = Path.of(command.text("folder"));
        counts = SharedCounts.open(folder, Math.max(1, clients));
        window = command.number("window");
        lastPlaces = new int[clients];
        for (int i = 0; i < clients; i++) {
            lastPlaces[i] = Interest.of(workload, i, command.integer("instruments")).lastPlace();
        }
        publisher = Transports.get(command.text("transport"))
                .publish(new PublishSpec(workload, clients, folder, new HashMap<>(command.values())));
        return Map.of("address", publisher.address(), "size", workload.ticks().size());
    }

    private Map<String, Object> await() throws Exception {
        publisher.awaitSubscribers(lastPlaces.length);
        return Map.of();
    }

    /** Publishes the workload some times over and waits until everybody has it all. */
    private Map<String, Object> push(long rounds) throws Exception {
        List<Tick> ticks = workload.ticks();
        long start = System.nanoTime();
        for (long round = 0; round < rounds; round++) {
            for (int place = 0; place < ticks.size(); place++) {
                publisher.publish(ticks.get(place));
                if (++published % CHECKED == 0) awaitWindow();
            }
        }
        publisher.flush();
        awaitEverybody();
        return Map.of("nanos", System.nanoTime() - start, "events", rounds * ticks.size());
    }

    /** Publishes the workload some times over for whoever follows; answers what that cost the event thread. */
    private Map<String, Object> flood(long rounds) throws Exception {
        long before = JvmFigures.cpuOfThread(EVENT_THREAD);
        for (long round = 0; round < rounds; round++) {
            for (Tick tick : workload.ticks()) {
                publisher.publish(tick);
                if (++published % CHECKED == 0) publisher.awaitRoom();
            }
        }
        publisher.awaitHandled();
        return Map.of("nanos", JvmFigures.cpuOfThread(EVENT_THREAD) - before, "events", rounds * workload.ticks().size());
    }

    /** Waits until the slowest subscriber is less than a window behind. */
    private void awaitWindow() throws Exception {
        if (isInWindow()) return;
        publisher.flush();
        long start = System.nanoTime();
        while (!isInWindow()) {
            LockSupport.parkNanos(50_000);
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(30)) throw new IllegalStateException(stuck());
        }
    }

    private boolean isInWindow() {
        for (int i = 0; i < lastPlaces.length; i++) {
            if (expected(i) - counts.get(i) > window) return false;
        }
        return true;
    }

    /** How far a subscriber will be once it has all of what was published that it wants, at most. */
    private long expected(int subscriber) {
        long last = lastPlaces[subscriber] + 1L;
        int size = workload.ticks().size();
        long round = published / size;
        long inRound = published % size;
        return inRound >= last ? round * size + last : Math.max(0, Math.max(published - (size - last), 0));
    }

    private void awaitEverybody() throws InterruptedException {
        int size = workload.ticks().size();
        for (int i = 0; i < lastPlaces.length; i++) {
            long all = published - size + lastPlaces[i] + 1;
            int subscriber = i;
            long start = System.nanoTime();
            while (counts.get(subscriber) < all) {
                LockSupport.parkNanos(50_000);
                if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(30)) throw new IllegalStateException(stuck());
            }
        }
    }

    private String stuck() {
        StringBuilder text = new StringBuilder("30 s without progress; published " + published + ", received");
        for (int i = 0; i < lastPlaces.length; i++) text.append(' ').append(counts.get(i));
        return text.toString();
    }

    /** Publishes bursts of stamped ticks at a rate, whole rounds of the workload, and flushes after each burst. */
    private Map<String, Object> pace(Message command) throws Exception {
        int burst = command.integer("burst");
        long interval = TimeUnit.SECONDS.toNanos(1) / command.integer("rate");
        long rounds = Math.max(1, command.number("events") / workload.ticks().size());
        long due = System.nanoTime();
        int inBurst = 0;
        for (long event = 0; event < rounds * workload.ticks().size(); event++) {
            if (inBurst == 0) awaitTime(due);
            Tick tick = workload.ticks().get((int) (event % workload.ticks().size()));
            publisher.publish(tick.toBuilder().localTime(Stamps.now()).build());
            published++;
            if (++inBurst == burst) {
                publisher.flush();
                inBurst = 0;
                due = Math.max(due + interval, System.nanoTime() - 10 * interval); // catches up ten bursts at most
            }
        }
        publisher.flush();
        awaitEverybody();
        return Map.of("events", rounds * workload.ticks().size());
    }

    /** Sleeps until shortly before: on a small machine a publisher that spins takes the place of who is measured. */
    private static void awaitTime(long due) {
        for (long left; (left = due - System.nanoTime()) > 0; ) {
            if (left > EARLY_NANOS) LockSupport.parkNanos(left - EARLY_NANOS);
        }
    }

    @Override
    public void close() throws IOException {
        if (publisher != null) publisher.close();
    }
}

package io.trunkline.bench;

import io.trunkline.engine.model.Tick;
import java.util.function.Consumer;

/**
 * Takes a subscriber's ticks: checks that each is the one that must come next, compares some of them wholly with what
 * was published, and tells how far the subscriber is. On the transport's thread.
 */
final class Verifier implements Consumer<Tick> {

    private static final int COMPARED = 61; // every so many ticks one is compared

    private final Workload workload;
    private final int[] places;
    private final SharedCounts counts;
    private final int subscriber;
    private final Latencies latencies = new Latencies();
    private int next; // in places
    private long rounds; // of the workload that were received
    private long received;
    private volatile long wrong;
    private volatile String firstWrong = "";

    Verifier(Workload workload, Interest interest, SharedCounts counts, int subscriber) {
        this.workload = workload;
        this.places = interest.places();
        this.counts = counts;
        this.subscriber = subscriber;
    }

    @Override
    public void accept(Tick tick) {
        int place = Workload.placeOf(tick);
        if (place != places[next]) noteWrong("tick " + place + " instead of " + places[next]);
        received++;
        if (received % COMPARED == 0 && !isSame(tick, workload.ticks().get(place))) noteWrong("another tick: " + tick);
        if (tick.localTime() != null) latencies.add(System.nanoTime() - Stamps.nanosOf(tick.localTime()));
        counts.set(subscriber, rounds * workload.ticks().size() + place + 1);
        if (++next == places.length) {
            next = 0;
            rounds++;
        }
    }

    private void noteWrong(String what) {
        if (wrong == 0) firstWrong = what;
        wrong = wrong + 1;
    }

    private static boolean isSame(Tick tick, Tick published) {
        return tick.instrument().equals(published.instrument()) && tick.name().equals(published.name())
                && tick.lastPrice() == published.lastPrice() && tick.volume() == published.volume()
                && tick.turnover() == published.turnover() && tick.openInterest() == published.openInterest()
                && tick.limitUp() == published.limitUp() && tick.openPrice() == published.openPrice()
                && tick.depth().equals(published.depth());
    }

    /** How many ticks were lost, doubled, out of order or not the same. Any thread. */
    long wrong() {
        return wrong;
    }

    String firstWrong() {
        return firstWrong;
    }

    /** The latencies of stamped ticks. To be asked while nothing is being received. */
    Latencies latencies() {
        return latencies;
    }
}

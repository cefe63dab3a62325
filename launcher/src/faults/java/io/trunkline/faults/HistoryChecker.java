package io.trunkline.faults;

import io.trunkline.faults.Findings.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compares what consumers saw with what a producer did. While a consumer is whole (see {@link Entry.Kind#WHOLE}), its
 * entries must be the producer's, every one, in their order. Where it was broken, a snapshot may stand in place of what
 * happened meanwhile: then every trade must be there and the last state of everything else, nothing may go backwards,
 * and only log entries may be missing. Nothing may come more often than it happened, wherever; but a record that was
 * removed from the books may come anew, unless it is a trade.
 *
 * <p>Safe from any thread.
 */
public final class HistoryChecker {

    private static final Set<Entry.Kind> STATES = EnumSet.range(Entry.Kind.ORDER, Entry.Kind.CONTRACT);

    private final Set<Entry.Kind> ordered;
    private final Map<Entry, Entry> known = new ConcurrentHashMap<>(); // one object each, to keep long histories small
    private final List<Entry> produced = new ArrayList<>(); // guarded by itself
    private final List<History> consumers = new ArrayList<>(); // guarded by itself

    private HistoryChecker(Set<Entry.Kind> ordered) {
        this.ordered = ordered;
    }

    /** A checker for a producer whose states of one record are all different from each other. */
    public static HistoryChecker strict() {
        return new HistoryChecker(EnumSet.range(Entry.Kind.ORDER, Entry.Kind.LOG));
    }

    /**
     * A checker for an exchange whose positions and accounts come back to values that they had: for these, and for
     * contracts and logs, it only checks that nothing was invented or came too often.
     */
    public static HistoryChecker ofOrdersAndTrades() {
        return new HistoryChecker(EnumSet.of(Entry.Kind.ORDER, Entry.Kind.TRADE, Entry.Kind.QUOTE));
    }

    /** Notes what the producer did next. */
    public void produced(Entry entry) {
        if (entry.kind().compareTo(Entry.Kind.LOG) > 0) return;
        Entry same = same(entry);
        synchronized (produced) {
            produced.add(same);
        }
    }

    private Entry same(Entry entry) {
        Entry first = known.putIfAbsent(entry, entry);
        return first == null ? entry : first;
    }

    /** A new consumer, or a new life of one. */
    public History consumer(String name) {
        History history = new History(name);
        synchronized (consumers) {
            consumers.add(history);
        }
        return history;
    }

    /** How many entries the producer made so far. */
    public int size() {
        synchronized (produced) {
            return produced.size();
        }
    }

    /**
     * Checks all consumers.
     *
     * @param settled those of them that must have seen everything by now
     */
    public Findings check(Collection<History> settled) {
        Findings findings = new Findings();
        Timeline timeline = timeline();
        List<History> all;
        synchronized (consumers) {
            all = List.copyOf(consumers);
        }
        for (History history : all) {
            HistoryWalk walk = new HistoryWalk(history.name(), timeline, findings);
            history.entries().forEach(walk::step);
            if (settled.contains(history)) walk.end();
            if (history.ticks().backwards() > 0) {
                findings.add(Fault.REORDERED, history.name(), history.ticks().backwards() + " ticks");
            }
        }
        return findings;
    }

    private Timeline timeline() {
        synchronized (produced) {
            return Timeline.of(produced, ordered);
        }
    }

    /** Adds to findings where one side's books are not the other's. */
    public void compareBooks(String name, Collection<Entry> expected, Collection<Entry> actual, Findings findings) {
        Map<String, String> left = bySubject(expected);
        Map<String, String> right = bySubject(actual);
        Set<String> subjects = new TreeSet<>(left.keySet());
        subjects.addAll(right.keySet());
        for (String subject : subjects) {
            findings.compared();
            String want = left.getOrDefault(subject, "nothing");
            String have = right.getOrDefault(subject, "nothing");
            if (!want.equals(have)) {
                findings.add(Fault.DIFFERENT, name, subject + " is " + have + " instead of " + want);
            }
        }
    }

    private static Map<String, String> bySubject(Collection<Entry> books) {
        Map<String, String> bySubject = new TreeMap<>();
        for (Entry entry : books) {
            if (STATES.contains(entry.kind())) bySubject.put(entry.subject(), entry.content());
        }
        return bySubject;
    }

    /** The producer's history, prepared for look-ups. Immutable. */
    record Timeline(List<Entry> ordered, Map<Entry, List<Integer>> places, Map<Entry, Integer> times) {

        static Timeline of(List<Entry> produced, Set<Entry.Kind> kinds) {
            List<Entry> ordered = new ArrayList<>();
            Map<Entry, List<Integer>> places = new HashMap<>();
            Map<Entry, Integer> times = new HashMap<>();
            for (Entry entry : produced) {
                times.merge(entry, 1, Integer::sum);
                if (!kinds.contains(entry.kind())) continue;
                places.computeIfAbsent(entry, each -> new ArrayList<>(1)).add(ordered.size());
                ordered.add(entry);
            }
            return new Timeline(ordered, places, times);
        }

        /** The first place of an entry after another place; -1 if there is none, -2 if its kind has no order. */
        int placeAfter(Entry entry, int place) {
            List<Integer> all = places.get(entry);
            if (all == null) return -2;
            for (int each : all) if (each > place) return each;
            return -1;
        }
    }
}

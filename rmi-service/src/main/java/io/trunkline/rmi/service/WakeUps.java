package io.trunkline.rmi.service;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Who is to be woken by which frames. A frame wakes only those who want it. If the log's writer has nothing more to
 * write, it does the work of the first few itself, which costs it less than waking them does, and saves the time that a
 * thread takes to wake. The others come into a row: the writer wakes one of them if the row was empty, and each who was
 * woken wakes the next. So it costs the writer at most one wake-up a frame, and hardly any while threads wait for a
 * core.
 *
 * <p>{@link #published} is for the log's writer and costs it two reads while nobody waits. The lists are replaced,
 * never changed, by any thread under this object's monitor. The writer may see an old one: whoever waits entered his
 * before he began to.
 */
final class WakeUps {

    /** Some who were claimed, the last one first. While there are any, somebody is about to pass on. */
    private record Row(Waiter first, Row rest) {}

    private static final Waiter[] NOBODY = {};
    private static final int MOST_HELPED = 4;
    private static final long REST_EACH_NANOS = 100_000;
    private static final long LEAST_REST_NANOS = 250_000;
    private static final long MOST_REST_NANOS = 5_000_000;

    private final WaiterCounts countsOfAll = new WaiterCounts();
    private final WaiterCounts countsOfSome = new WaiterCounts();
    private int helped; // in the current call of published, by the writer only
    private final AtomicReference<Row> row = new AtomicReference<>();
    private volatile Waiter[] all = NOBODY; // those who want every frame
    private volatile Waiter[] some = NOBODY; // those who want some ticks; and everything else
    private volatile Waiter[][] byInstrument = {}; // those of them who want an instrument's ticks

    /** A waiter for a thread and its work; it is not woken by frames until it is added. */
    Waiter waiter(Thread owner, boolean wantsAll, BooleanSupplier work) {
        return new Waiter(owner, wantsAll ? countsOfAll : countsOfSome, work, this::passOn);
    }

    /** How long one should let frames come together while there are ever more: the more wait, the longer. */
    long restNanos() {
        long nanos = REST_EACH_NANOS * (all.length + some.length);
        return Math.max(LEAST_REST_NANOS, Math.min(nanos, MOST_REST_NANOS));
    }

    synchronized void add(Waiter waiter, boolean wantsAll) {
        if (wantsAll) all = with(all, waiter);
        else some = with(some, waiter);
    }

    /** Lets an instrument's ticks wake somebody, or no longer. */
    synchronized void set(Waiter waiter, int instrument, boolean wanted) {
        if (waiter.isGone()) return;
        Waiter[][] table = byInstrument;
        if (instrument >= table.length) {
            if (!wanted) return;
            table = Arrays.copyOf(table, Math.max(table.length * 2, instrument + 1));
            Arrays.fill(table, byInstrument.length, table.length, NOBODY);
        }
        table[instrument] = wanted ? with(table[instrument], waiter) : without(table[instrument], waiter);
        byInstrument = table;
    }

    /** Forgets somebody wholly. */
    synchronized void remove(Waiter waiter) {
        waiter.setGone();
        all = without(all, waiter);
        some = without(some, waiter);
        Waiter[][] table = byInstrument;
        for (int i = 0; i < table.length; i++) table[i] = without(table[i], waiter);
        byInstrument = table;
    }

    private static Waiter[] with(Waiter[] list, Waiter waiter) {
        Waiter[] others = without(list, waiter);
        Waiter[] longer = Arrays.copyOf(others, others.length + 1);
        longer[others.length] = waiter;
        return longer;
    }

    private static Waiter[] without(Waiter[] list, Waiter waiter) {
        int at = Arrays.asList(list).indexOf(waiter);
        if (at < 0) return list;
        if (list.length == 1) return NOBODY;
        Waiter[] shorter = Arrays.copyOf(list, list.length - 1);
        System.arraycopy(list, at + 1, shorter, at, shorter.length - at);
        return shorter;
    }

    /** Frames with some keys were published: looks after who waits for such. {@code idle}: no more follow for now. */
    void published(int[] keys, int count, boolean idle) {
        helped = 0;
        boolean isNewRow = false;
        if (countsOfAll.isAny(idle)) isNewRow = lookAfter(all, idle);
        for (int i = 0; i < count && countsOfSome.isAny(idle); i++) {
            isNewRow |= lookAfter(keys[i] == FrameChains.STATE ? some : of(keys[i]), idle);
        }
        if (isNewRow) passOn();
    }

    private Waiter[] of(int instrument) {
        Waiter[][] table = byInstrument;
        return instrument < table.length ? table[instrument] : NOBODY;
    }

    /** Answers whether the row was empty, so that the caller has to begin with it. */
    private boolean lookAfter(Waiter[] waiters, boolean idle) {
        boolean isNewRow = false;
        for (Waiter waiter : waiters) {
            boolean claimed;
            if (idle && helped < MOST_HELPED) {
                Waiter.Help help = waiter.help();
                if (help != Waiter.Help.NONE) helped++;
                claimed = help == Waiter.Help.CLAIMED;
            } else {
                claimed = waiter.claim(idle);
            }
            if (claimed) isNewRow |= row.getAndUpdate(rest -> new Row(waiter, rest)) == null;
        }
        return isNewRow;
    }

    /**
     * Wakes the next one in the row who is still claimed, and so will pass on after this. One who left by himself may
     * have done so before he came into the row: that he stands there says nothing.
     */
    private void passOn() {
        while (true) {
            Row next = row.get();
            if (next == null) return;
            if (row.compareAndSet(next, next.rest()) && next.first().isClaimed()) {
                next.first().unpark();
                return;
            }
        }
    }
}

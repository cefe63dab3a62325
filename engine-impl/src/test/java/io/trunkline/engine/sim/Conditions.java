package io.trunkline.engine.sim;

import java.util.function.BooleanSupplier;

/** Waiting for what no event tells of. */
final class Conditions {

    private Conditions() {}

    /** Looks until something is so, at most for 10 s. */
    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new AssertionError("it did not come to be within 10 s");
            Thread.onSpinWait();
        }
    }
}

package io.trunkline.engine.model;

/** The state of an order or quote. It only ever moves to a state of a higher {@link #rank()}. */
public enum Status {
    SUBMITTING(0), NOTTRADED(1), PARTTRADED(2), ALLTRADED(3), CANCELLED(3), REJECTED(3);

    private final int rank;

    Status(int rank) {
        this.rank = rank;
    }

    /** Whether the order can still trade: SUBMITTING, NOTTRADED or PARTTRADED. */
    public boolean isActive() {
        return rank < 3;
    }

    /** Whether an order or quote that was in {@code last} can be in this one: a terminal state is left for no other. */
    boolean mayFollow(Status last) {
        return last.isActive() || this == last;
    }

    /** How far the order has come: 0 submitting, 1 not traded, 2 part traded, 3 for the three terminal states. */
    public int rank() {
        return rank;
    }
}

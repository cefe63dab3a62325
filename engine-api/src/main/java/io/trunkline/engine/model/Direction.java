package io.trunkline.engine.model;

/**
 * The side of an order, trade or position. {@code NET} is for positions of markets that keep one figure per instrument.
 */
public enum Direction {
    LONG, SHORT, NET;

    /** The other side; {@code NET} stays {@code NET}. */
    public Direction opposite() {
        return switch (this) {
            case LONG -> SHORT;
            case SHORT -> LONG;
            case NET -> NET;
        };
    }
}

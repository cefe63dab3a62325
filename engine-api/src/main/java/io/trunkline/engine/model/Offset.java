package io.trunkline.engine.model;

/** Whether an order opens or closes a position. Markets that keep net positions use {@code NONE}. */
public enum Offset {
    NONE, OPEN, CLOSE, CLOSETODAY, CLOSEYESTERDAY;

    /** Whether this closes a position, of whatever day. */
    public boolean closes() {
        return this == CLOSE || this == CLOSETODAY || this == CLOSEYESTERDAY;
    }
}

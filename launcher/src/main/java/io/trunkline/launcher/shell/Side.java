package io.trunkline.launcher.shell;

import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Offset;

/** What to do, and whether that opens or closes. */
public enum Side {
    BUY(Direction.LONG, Offset.OPEN), SELL(Direction.SHORT, Offset.CLOSE),
    SHORT(Direction.SHORT, Offset.OPEN), COVER(Direction.LONG, Offset.CLOSE);

    private final Direction direction;
    private final Offset offset;

    Side(Direction direction, Offset offset) {
        this.direction = direction;
        this.offset = offset;
    }

    /** LONG buys, SHORT sells. */
    public Direction direction() {
        return direction;
    }

    /** Whether it opens or closes. */
    public Offset offset() {
        return offset;
    }
}

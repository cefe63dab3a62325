package io.trunkline.launcher.ui.desk;

import java.util.List;

/**
 * What one desk hands on to the next when the language changes: which orders are its own, the requests that wait, and
 * the log. For the event dispatch thread.
 */
public final class DeskSession implements AutoCloseable {

    private final OwnOrders own = new OwnOrders();
    private final RequestLane lane = new RequestLane();
    private List<LogLine> log = List.of();

    OwnOrders own() {
        return own;
    }

    RequestLane lane() {
        return lane;
    }

    /** The log of the desk before, oldest line first. */
    List<LogLine> log() {
        return log;
    }

    void keepLog(List<LogLine> lines) {
        log = List.copyOf(lines);
    }

    /** The number of the next line that is logged. */
    long nextLogNumber() {
        return log.isEmpty() ? 0 : log.get(log.size() - 1).number() + 1;
    }

    /** Ends the thread of requests; those that still wait are not made. Idempotent. */
    @Override
    public void close() {
        lane.close();
    }
}

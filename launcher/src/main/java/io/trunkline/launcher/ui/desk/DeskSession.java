package io.trunkline.launcher.ui.desk;

import java.util.List;
import java.util.Optional;

/**
 * What one desk hands on to the next when the language changes: which orders are its own, the requests that wait, the
 * log, and what stands in the trading panel. For the event dispatch thread.
 */
public final class DeskSession implements AutoCloseable {

    private final OwnOrders own = new OwnOrders();
    private final RequestLane lane = new RequestLane("desk-requests");
    private final RequestLane cancelLane = new RequestLane("desk-cancels");
    private List<LogLine> log = List.of();
    private Optional<TradePanel.Entered> entered = Optional.empty();

    OwnOrders own() {
        return own;
    }

    RequestLane lane() {
        return lane;
    }

    /** The lane of cancels, which wait for no other request. */
    RequestLane cancelLane() {
        return cancelLane;
    }

    /** The log of the desk before, oldest line first. */
    List<LogLine> log() {
        return log;
    }

    void keepLog(List<LogLine> lines) {
        log = List.copyOf(lines);
    }

    /** What stood in the trading panel of the desk before. */
    Optional<TradePanel.Entered> entered() {
        return entered;
    }

    void keepEntered(TradePanel.Entered standing) {
        entered = Optional.of(standing);
    }

    /** The number of the next line that is logged. */
    long nextLogNumber() {
        return log.isEmpty() ? 0 : log.get(log.size() - 1).number() + 1;
    }

    /** Ends the threads of requests; those that still wait are not made. Idempotent. */
    @Override
    public void close() {
        lane.close();
        cancelLane.close();
    }
}

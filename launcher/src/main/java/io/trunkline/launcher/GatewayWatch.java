package io.trunkline.launcher;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import java.time.Duration;

/**
 * How connecting a gateway goes. To be made before the connect, so that no state is missed.
 *
 * <p>The event thread reports and any thread waits; everything is guarded by this object's monitor.
 */
final class GatewayWatch implements AutoCloseable {

    /** What is known of a gateway. */
    enum Progress {
        /** Nothing was heard from the other side. */
        SILENT,
        /** The other side answered; the gateway is not up to date yet. */
        ANSWERED,
        /** It is, or was, up to date. */
        LIVE,
        /** It gave up. */
        DOWN
    }

    private final Registration registration;
    private Progress progress = Progress.SILENT;
    private boolean hasBegun;
    private boolean isLive;
    private String detail = "";

    private GatewayWatch(MainEngine engine, String gateway) {
        registration = engine.events().on(GatewayStatus.class, gateway, this::onStatus);
    }

    static GatewayWatch of(MainEngine engine, String gateway) {
        return new GatewayWatch(engine, gateway);
    }

    private synchronized void onStatus(GatewayStatus status) {
        boolean isEnd = status.state() == GatewayState.DOWN && (hasBegun || !status.detail().isEmpty());
        hasBegun |= status.state() != GatewayState.DOWN;
        detail = status.detail();
        isLive = status.state() == GatewayState.LIVE;
        if (isEnd) {
            progress = Progress.DOWN;
        } else if (isLive) {
            progress = Progress.LIVE;
        } else if (status.state() == GatewayState.SYNCING && progress == Progress.SILENT) {
            progress = Progress.ANSWERED;
        }
        notifyAll();
    }

    /** Waits until the progress is at least as given, or the time is over. Returns the progress then. */
    synchronized Progress await(Progress wanted, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (progress.compareTo(wanted) < 0) {
            long left = deadline - System.nanoTime();
            if (left <= 0) break;
            wait(left / 1_000_000 + 1);
        }
        return progress;
    }

    /** Whether the gateway is up to date now. */
    synchronized boolean isLive() {
        return isLive;
    }

    /** What the gateway said last of its state; may be empty. */
    synchronized String detail() {
        return detail;
    }

    @Override
    public void close() {
        registration.close();
    }
}

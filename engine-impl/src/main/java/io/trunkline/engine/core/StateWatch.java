package io.trunkline.engine.core;

import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets threads wait for the state of a gateway path. The event thread reports each state; everything but the waiting is
 * guarded by this object's monitor.
 */
final class StateWatch {

    private static final class Path {
        private GatewayState state = GatewayState.DOWN;
        private boolean leftDown; // since the last connect
    }

    private static final class Waiter {
        private final String gateway;
        private final GatewayState wanted;
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile boolean reached;

        private Waiter(String gateway, GatewayState wanted) {
            this.gateway = gateway;
            this.wanted = wanted;
        }
    }

    private final Map<String, Path> paths = new HashMap<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private boolean closed;

    /** Takes note of a state. */
    synchronized void onStatus(GatewayStatus status) {
        Path path = paths.computeIfAbsent(status.gateway(), key -> new Path());
        path.state = status.state();
        if (path.state != GatewayState.DOWN) path.leftDown = true;
        for (Waiter waiter : waiters) {
            if (waiter.gateway.equals(status.gateway())) look(path, waiter);
        }
    }

    private static void look(Path path, Waiter waiter) {
        if (waiter.done.getCount() == 0) return;
        waiter.reached = path.state == waiter.wanted;
        if (waiter.reached || path.state == GatewayState.DOWN && path.leftDown) waiter.done.countDown();
    }

    /** A gateway is told to connect, so that being DOWN now says nothing of how that goes. */
    synchronized void onConnect(String gateway) {
        paths.forEach((name, path) -> {
            if (path.state == GatewayState.DOWN && GatewayPath.isUnder(name, gateway)) path.leftDown = false;
        });
    }

    /** Waits until a path is in a state, or DOWN after having been something else since it was told to connect. */
    boolean await(String gateway, GatewayState wanted, Duration timeout) throws InterruptedException {
        Waiter waiter = new Waiter(gateway, wanted);
        synchronized (this) {
            look(paths.getOrDefault(gateway, new Path()), waiter);
            if (closed) waiter.done.countDown();
            waiters.add(waiter);
        }
        try {
            waiter.done.await(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
            return waiter.reached;
        } finally {
            synchronized (this) {
                waiters.remove(waiter);
            }
        }
    }

    /** Lets everybody go. */
    synchronized void close() {
        closed = true;
        waiters.forEach(waiter -> waiter.done.countDown());
    }
}

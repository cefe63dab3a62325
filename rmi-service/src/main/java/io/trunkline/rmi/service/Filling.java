package io.trunkline.rmi.service;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether the books of an engine that is a relay are still being filled from its own server, when its service has just
 * started. A client that came back meanwhile would find them half empty, and get what it knew as news. Clients are held
 * back for a bounded time only: a server that is not there must not keep the relay from serving what it has.
 *
 * <p>Safe from any thread.
 */
final class Filling {

    private static final long LONGEST = Duration.ofSeconds(10).toNanos();
    private static final long LONGEST_UNCONNECTED = Duration.ofSeconds(1).toNanos();

    private final MainEngine engine;
    private final AtomicLong asked = new AtomicLong(); // when first, by System.nanoTime; 0 if not yet
    private volatile boolean isOver;

    Filling(MainEngine engine) {
        this.engine = engine;
    }

    /** The remote gateway whose records are not complete yet, if any. */
    Optional<String> gateway() {
        if (isOver) return Optional.empty();
        asked.compareAndSet(0, System.nanoTime() | 1); // not from the start on, which may have waited for its port
        long passed = System.nanoTime() - asked.get();
        Optional<String> found = engine.gateways().stream().filter(Gateway::isRemote).map(Gateway::name)
                .filter(name -> isToBeAwaited(name, passed)).findFirst();
        isOver = found.isEmpty();
        return found;
    }

    private boolean isToBeAwaited(String name, long passed) {
        GatewayState state = engine.gatewayStatus(name).map(GatewayStatus::state).orElse(GatewayState.DOWN);
        return switch (state) {
            case LIVE, STALE -> false;
            case CONNECTING, SYNCING -> passed < LONGEST;
            case DOWN -> passed < LONGEST_UNCONNECTED;
        };
    }
}

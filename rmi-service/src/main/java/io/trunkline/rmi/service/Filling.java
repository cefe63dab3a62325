package io.trunkline.rmi.service;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Whether the books of an engine that is a relay are still being filled from its own server, when its service has just
 * started. A client that came back meanwhile would find them half empty, and get what it knew as news. So clients are
 * held back until they are filled; but for a bounded time only if the engine has something else to serve, an exchange
 * of its own or another server, or if the gateway is not even connecting.
 *
 * <p>Safe from any thread.
 */
final class Filling {

    private static final long LONGEST_OF_OTHERS = Duration.ofSeconds(10).toNanos();
    private static final long LONGEST_UNCONNECTED = Duration.ofSeconds(5).toNanos();

    private final MainEngine engine;
    private final LongSupplier nanoTime;
    private final AtomicLong asked = new AtomicLong(); // when first, by the clock; 0 if not yet
    private volatile boolean isOver;

    /** The clock is a monotonic one in nanoseconds. */
    Filling(MainEngine engine, LongSupplier nanoTime) {
        this.engine = engine;
        this.nanoTime = nanoTime;
    }

    /** The remote gateway whose records are not complete yet, if any. */
    Optional<String> gateway() {
        if (isOver) return Optional.empty();
        asked.compareAndSet(0, nanoTime.getAsLong() | 1); // not from the start on, which may have waited for its port
        long passed = nanoTime.getAsLong() - asked.get();
        Optional<String> found = engine.gateways().stream().filter(Gateway::isRemote).map(Gateway::name)
                .filter(name -> isToBeAwaited(name, passed)).findFirst();
        if (found.isEmpty()) isOver = true;
        return found;
    }

    private boolean isToBeAwaited(String name, long passed) {
        GatewayState state = engine.gatewayStatus(name).map(GatewayStatus::state).orElse(GatewayState.DOWN);
        return switch (state) {
            case LIVE, STALE -> false;
            case CONNECTING, SYNCING -> passed < LONGEST_OF_OTHERS
                    || engine.gateways().stream().noneMatch(other -> !other.isRemote() || isFilled(other.name()));
            case DOWN -> passed < LONGEST_UNCONNECTED;
        };
    }

    private boolean isFilled(String name) {
        return engine.gatewayStatus(name).map(GatewayStatus::state)
                .filter(state -> state == GatewayState.LIVE || state == GatewayState.STALE).isPresent();
    }
}

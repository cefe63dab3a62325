package io.trunkline.rmi.wire;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Which refused connections are worth a line of the log: one a second for each reason, and one a minute for the same
 * reason and address. The line counts those that were left out.
 *
 * <p>Safe from any thread.
 */
final class Refusals {

    private static final long BETWEEN_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long AGAIN_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MAX_REMEMBERED = 256;

    private static final class Reason {
        private long lastNanos;
        private long unlogged;
    }

    private final Map<TlsFault, Reason> reasons = new EnumMap<>(TlsFault.class); // guarded by the monitor, as the next
    private final Map<String, Long> logged = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    /** Counts a refusal; answers the line to log, if one is due. */
    synchronized Optional<String> line(TlsException refusal, String address, long now) {
        TlsFault fault = refusal.fault();
        Reason reason = reasons.get(fault);
        boolean isFirst = reason == null;
        if (isFirst) reasons.put(fault, reason = new Reason());
        String key = fault + " " + address;
        Long before = logged.get(key);
        if (!isFirst && now - reason.lastNanos < BETWEEN_NANOS || before != null && now - before < AGAIN_NANOS) {
            reason.unlogged++;
            return Optional.empty();
        }
        String more = reason.unlogged == 0 ? "" : " (and " + reason.unlogged + " more that were turned away like this)";
        reason.lastNanos = now;
        reason.unlogged = 0;
        logged.remove(key); // so that it is the youngest
        logged.put(key, now);
        return Optional.of("a connection from " + address + " was turned away: it " + refusal.getMessage() + more);
    }

    /** How many reasons and addresses are remembered. */
    synchronized int remembered() {
        return logged.size();
    }
}

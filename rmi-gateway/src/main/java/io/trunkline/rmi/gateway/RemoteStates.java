package io.trunkline.rmi.gateway;

import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The states of the server's gateways as they were published here. Safe from any thread. */
final class RemoteStates {

    private final Map<String, GatewayStatus> byPath = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, GatewayStatus> lost = new TreeMap<>(); // as they were when the connection was lost

    /** Notes a state. Answers whether it should be published. */
    synchronized boolean put(GatewayStatus status, boolean inSnapshot) {
        if (inSnapshot) seen.add(status.gateway());
        return !status.equals(byPath.put(status.gateway(), status));
    }

    /** Forgets gateways that a snapshot did not have. */
    synchronized void forgetUnseen() {
        byPath.keySet().retainAll(seen);
        seen.clear();
        lost.clear();
    }

    /** Notes that all is as it was before the connection was lost, and answers what to publish. */
    synchronized List<GatewayStatus> regain() {
        List<GatewayStatus> regained = List.copyOf(lost.values());
        byPath.putAll(lost);
        lost.clear();
        return regained;
    }

    /** Notes that nothing is known of any of them, and answers what to publish. */
    synchronized List<GatewayStatus> lose(Instant now) {
        List<GatewayStatus> downs = new ArrayList<>();
        byPath.replaceAll((path, status) -> {
            if (status.state() == GatewayState.DOWN) return status;
            lost.put(path, status);
            GatewayStatus down = new GatewayStatus(path, GatewayState.DOWN, "no connection to the server", now);
            downs.add(down);
            return down;
        });
        seen.clear();
        return downs;
    }
}

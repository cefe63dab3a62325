package io.trunkline.launcher.top;

import io.trunkline.engine.plugin.Monitor;
import io.trunkline.engine.plugin.Plugin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server as the monitors of a gateway to it show it. Each look shows it as it was last fetched. Thread-safe. */
public final class ServerView {

    private static final String SESSIONS = "server: sessions";
    private static final String SERVICE = "server: service";

    private final Plugin gateway;
    private final String address;

    /** A view through a gateway that leads to an address. */
    public ServerView(Plugin gateway, String address) {
        this.gateway = gateway;
        this.address = address;
    }

    /** Where the server is. */
    public String address() {
        return address;
    }

    /** Whether the server has said what its sessions are, and is still connected. */
    public boolean isKnown() {
        return find(SESSIONS).isPresent();
    }

    /** The columns of the sessions; empty if they are not known. */
    List<String> columns() {
        return find(SESSIONS).map(Monitor::columns).orElse(List.of());
    }

    /** The sessions, a value a column. */
    List<List<Object>> sessions() {
        return find(SESSIONS).map(monitor -> monitor.rows().get()).orElse(List.of());
    }

    /** The server's figures by their names. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        find(SERVICE).ifPresent(monitor ->
                monitor.rows().get().forEach(row -> figures.put(row.get(0).toString(), row.get(1))));
        return figures;
    }

    private Optional<Monitor> find(String name) {
        return gateway.monitors().stream().filter(monitor -> monitor.name().equals(name)).findFirst();
    }
}

package io.trunkline.engine.paper;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.PaperPath;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The gateways of the clients that ever traded on paper here: an engine keeps its gateways. Thread-safe. */
final class PaperGateways {

    private static final int MOST = 1_000;

    private final MainEngine engine;
    private final Map<String, PaperGateway> byName = new ConcurrentHashMap<>(); // added under this object's monitor

    PaperGateways(MainEngine engine) {
        this.engine = engine;
    }

    /**
     * The gateway of a client, added to the engine if there is none.
     *
     * @throws IllegalStateException if its name is that of another gateway, or there are too many
     */
    synchronized PaperGateway of(String client) {
        String name = PaperPath.gatewayOf(client);
        PaperGateway known = byName.get(name);
        if (known == null) return add(client, name);
        if (known.client().equals(client)) return known;
        throw new IllegalStateException("the clients " + client + " and " + known.client()
                + " would have the same gateway " + name + "; give one of them another name");
    }

    private PaperGateway add(String client, String name) {
        check(client);
        if (byName.size() >= MOST) {
            throw new IllegalStateException("there are " + MOST + " clients that trade on paper, and no more can; "
                    + "let clients come under lasting names (--name)");
        }
        Gateway added = engine.addGateway(new PaperGatewayProvider(client), name);
        PaperGateway gateway = (PaperGateway) added;
        byName.put(name, gateway);
        return gateway;
    }

    /** Throws IllegalStateException if another gateway has the name of a client's. */
    void check(String client) {
        String name = PaperPath.gatewayOf(client);
        if (has(name) || engine.gateway(name).isEmpty()) return;
        throw new IllegalStateException("there is a gateway " + name
                + " that is not one of paper trading; give it another name");
    }

    /** Whether a name is that of one of these. */
    boolean has(String name) {
        return byName.containsKey(name);
    }

    List<PaperGateway> all() {
        return List.copyOf(byName.values());
    }
}

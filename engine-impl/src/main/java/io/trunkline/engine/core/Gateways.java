package io.trunkline.engine.core;

import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.plugin.Settings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The gateways of an engine by their names, in order of addition. Thread-safe. */
final class Gateways {

    private record Entry(Gateway gateway, GatewayProvider provider) {}

    private final Function<String, GatewayContext> contexts;
    private volatile Map<String, Entry> entries = Map.of(); // replaced under this object's monitor
    private boolean closed; // guarded by this

    /** The function makes the context of a gateway from its name. */
    Gateways(Function<String, GatewayContext> contexts) {
        this.contexts = contexts;
    }

    synchronized Gateway add(GatewayProvider provider, String name) {
        if (closed) throw new IllegalStateException("the engine is closed");
        GatewayPath.checkName(name);
        if (entries.containsKey(name)) {
            throw new IllegalArgumentException("there is a gateway called " + name + " already");
        }
        Gateway gateway = provider.create(contexts.apply(name));
        if (!gateway.name().equals(name)) {
            gateway.close();
            throw new IllegalStateException("gateway type " + provider.type() + " made a gateway called "
                    + gateway.name() + " instead of " + name);
        }
        Map<String, Entry> copy = new LinkedHashMap<>(entries);
        copy.put(name, new Entry(gateway, provider));
        entries = copy;
        return gateway;
    }

    Optional<Gateway> find(String name) {
        return Optional.ofNullable(entries.get(name)).map(Entry::gateway);
    }

    List<Gateway> all() {
        return entries.values().stream().map(Entry::gateway).toList();
    }

    Collection<String> names() {
        return entries.keySet();
    }

    /** The settings of a gateway's type with some texts filled in. */
    Settings settings(String name, Map<String, String> texts) {
        Entry entry = entries.get(name);
        if (entry == null) throw new IllegalArgumentException(Names.unknown("gateway", name, names()));
        return Settings.parse(entry.provider.settings(), texts);
    }

    /** Takes no more gateways. Returns those that there are. */
    synchronized List<Gateway> close() {
        closed = true;
        return all();
    }
}

package io.trunkline.engine.core;

import io.trunkline.engine.App;
import io.trunkline.engine.AppProvider;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.plugin.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The apps of an engine by their names, in order of addition. Thread-safe. */
final class Apps {

    private record Entry(App app, AppProvider provider) {}

    private volatile Map<String, Entry> entries = Map.of(); // replaced under this object's monitor
    private boolean closed; // guarded by this

    synchronized App add(AppProvider provider, MainEngine engine) {
        if (closed) throw new IllegalStateException("the engine is closed");
        String type = GatewayPath.checkName(provider.type());
        if (entries.containsKey(type)) {
            throw new IllegalArgumentException("there is an app called " + type + " already");
        }
        App app = provider.create(engine);
        Map<String, Entry> copy = new LinkedHashMap<>(entries);
        copy.put(type, new Entry(app, provider));
        entries = copy;
        return app;
    }

    Optional<App> find(String name) {
        return Optional.ofNullable(entries.get(name)).map(Entry::app);
    }

    List<App> all() {
        return entries.values().stream().map(Entry::app).toList();
    }

    void start(String name, Map<String, String> texts) {
        Entry entry = entries.get(name);
        if (entry == null) throw new IllegalArgumentException(Names.unknown("app", name, entries.keySet()));
        entry.app.start(Settings.parse(entry.provider.settings(), texts));
    }

    /** Takes no more apps. Returns those that there are. */
    synchronized List<App> close() {
        closed = true;
        return all();
    }
}

package io.trunkline.launcher;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.plugin.SettingException;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The apps that a command runs on its engine. For the main thread. */
final class Apps {

    private final MainEngine engine;
    private final GivenSettings given;
    private final Map<String, Map<String, String>> settings = new LinkedHashMap<>(); // by type

    private Apps(MainEngine engine, GivenSettings given) {
        this.engine = engine;
        this.given = given;
    }

    /**
     * The types that texts name, each once, the service last: it starts when all that checks orders runs, and as apps
     * close in the opposite order, it stops before any of that does.
     */
    static List<String> types(List<String> texts) {
        return texts.stream().map(String::strip).distinct()
                .sorted(Comparator.comparing(Names.RPC_SERVICE::equals)).toList();
    }

    /** Adds apps and checks their settings. Nothing runs yet. */
    static Apps add(MainEngine engine, List<String> types, GivenSettings given) {
        Apps apps = new Apps(engine, given);
        types.forEach(type -> {
            apps.settings.put(type, given.of(type, Plugins.app(engine, type).settings()));
            engine.addApp(type);
        });
        return apps;
    }

    /** What settings they were given, by their types. */
    Map<String, Map<String, String>> settings() {
        return Collections.unmodifiableMap(settings);
    }

    void start() {
        settings.forEach((app, texts) -> {
            try {
                engine.start(app, texts);
            } catch (SettingException e) {
                throw given.problem(app, e);
            } catch (IllegalStateException e) {
                throw CommandException.failed(app + " cannot start: " + e.getMessage(), e);
            }
        });
    }
}

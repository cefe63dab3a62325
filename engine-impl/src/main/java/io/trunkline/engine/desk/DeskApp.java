package io.trunkline.engine.desk;

import io.trunkline.engine.App;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Monitor;
import io.trunkline.engine.plugin.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The app: starts and stops the desk, switches its trading states and shows what it counts. Safe from any thread. */
final class DeskApp implements App {

    private static final String FOLDER = "state";

    private final MainEngine engine;
    private final MemoryStore memory = new MemoryStore(); // for an engine without a home
    private final DeskTables tables;
    private final StateAction states;
    private volatile DeskRun running; // written under this object's monitor

    DeskApp(MainEngine engine) {
        this.engine = engine;
        this.tables = new DeskTables(() -> running, engine.options().clock());
        this.states = new StateAction(engine, () -> running);
    }

    @Override
    public String name() {
        return DeskProvider.TYPE;
    }

    @Override
    public synchronized void start(Settings settings) {
        if (running != null) throw new IllegalStateException("the desk is running already");
        DeskSettings chosen = DeskSettings.of(settings);
        try {
            Store store = store();
            try {
                running = new DeskRun(engine, chosen, store);
            } finally {
                if (running == null) store.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(PropertiesText.reason(e), e);
        }
        engine.log(LogLevel.INFO, name(), "desk started: " + (status().isEmpty() ? "everything ACTIVE" : status()));
    }

    private Store store() throws IOException {
        Optional<Path> home = engine.options().home();
        return home.isPresent() ? FileStore.open(home.get().resolve(FOLDER)) : memory;
    }

    @Override
    public synchronized void stop() {
        DeskRun run = running;
        if (run == null) return;
        running = null;
        run.close();
        engine.log(LogLevel.WARNING, name(), "desk stopped: no rule and no state holds");
    }

    /** Asks at once what else is asked every few seconds. */
    void settleDoubts() {
        running.askAboutDoubts();
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** The states that are not ACTIVE; empty if everything is, so that a server's line with its address has no more. */
    @Override
    public String status() {
        DeskRun run = running;
        return run == null ? "" : run.states().list().stream()
                .map(each -> each.scope().of(each.name()) + " " + each.state()).collect(Collectors.joining(", "));
    }

    @Override
    public List<Monitor> monitors() {
        return tables.monitors();
    }

    @Override
    public List<Action> actions() {
        return List.of(states.action());
    }

    @Override
    public void close() {
        stop();
    }
}

package io.trunkline.engine.desk;

import io.trunkline.engine.App;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Monitor;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The app: starts and stops the desk, switches its trading states and shows what it counts. Safe from any thread. */
final class DeskApp implements App {

    private static final String SCOPE = "scope";
    private static final String NAME = "name";
    private static final String STATE = "state";
    private static final String BY = "by";
    private static final int LONGEST_BY = 128;

    private final MainEngine engine;
    private final MemoryStore memory = new MemoryStore(); // for an engine without a home
    private final DeskTables tables;
    private volatile DeskRun running; // written under this object's monitor

    DeskApp(MainEngine engine) {
        this.engine = engine;
        this.tables = new DeskTables(() -> running, engine.options().clock());
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
        return home.isPresent() ? FileStore.open(home.get().resolve(STATE)) : memory;
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
        return List.of(new Action(STATE,
                "Sets what may be traded: ACTIVE all, REDUCE_ONLY what closes a position, HALTED nothing but cancels.",
                List.of(SettingDescriptor.choice(SCOPE, Scope.texts(), "of whom or what"),
                        SettingDescriptor.of(NAME, SettingType.TEXT, "",
                                "the client, contract or gateway path, such as AP010.CZCE; nothing for all"),
                        new SettingDescriptor(STATE, SettingType.TEXT, "", TradingState.names(), "the state"),
                        SettingDescriptor.of(BY, SettingType.TEXT, "",
                                "who sets it, and why, for the record; else the user of this process")),
                this::setState));
    }

    private String setState(Settings parameters) {
        DeskRun run = running;
        if (run == null) throw new IllegalArgumentException("the desk is not running; start the app Desk first");
        Switch wanted = wanted(parameters);
        String what = wanted.scope().of(wanted.name()) + " is " + wanted.state();
        TradingState before;
        try {
            before = run.states().set(wanted);
        } catch (IOException e) {
            String problem = what + ", but a restart would not know it: " + PropertiesText.reason(e);
            engine.log(LogLevel.ERROR, name(), problem);
            throw new IllegalStateException(problem, e);
        }
        String done = what + " (was " + before + ")";
        engine.log(LogLevel.WARNING, name(), done + ", by " + wanted.by());
        return done;
    }

    private Switch wanted(Settings parameters) {
        Scope scope = Scope.parse(parameters.text(SCOPE));
        String name = scope.checked(parameters.text(NAME).strip());
        if (!parameters.has(STATE)) {
            throw new IllegalArgumentException("state: one of " + String.join(", ", TradingState.names())
                    + " is needed");
        }
        String by = parameters.has(BY) ? parameters.text(BY).strip() : System.getProperty("user.name", "unknown");
        if (by.length() > LONGEST_BY || by.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("by: write at most " + LONGEST_BY + " characters in one line");
        }
        return new Switch(scope, name, TradingState.valueOf(parameters.text(STATE)),
                engine.options().clock().instant().truncatedTo(ChronoUnit.MILLIS), by);
    }

    @Override
    public void close() {
        stop();
    }
}

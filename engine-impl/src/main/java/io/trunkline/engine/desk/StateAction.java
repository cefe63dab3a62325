package io.trunkline.engine.desk;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Proposals;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/** The action that switches a desk's trading states. Safe from any thread. */
final class StateAction {

    static final String SCOPE = "scope";
    private static final String NAME = "name";
    private static final String STATE = "state";
    private static final int LONGEST_BY = 256;

    private final MainEngine engine;
    private final Supplier<DeskRun> running; // gives null while the desk is stopped
    private final KnownNames known;

    StateAction(MainEngine engine, Supplier<DeskRun> running) {
        this.engine = engine;
        this.running = running;
        this.known = new KnownNames(engine);
    }

    /** The action, proposing the names that are known now. */
    Action action() {
        DeskRun run = running.get();
        Proposals names = run == null ? Proposals.NONE : known.proposals(run);
        return new Action(STATE,
                "Sets what may be traded: ACTIVE all, REDUCE_ONLY what closes a position, HALTED nothing but cancels.",
                List.of(SettingDescriptor.choice(SCOPE, Scope.texts(), "of whom or what"),
                        SettingDescriptor.of(NAME, SettingType.TEXT, "",
                                "the client, contract or gateway path, such as AP010.CZCE; nothing for all")
                                .proposing(names),
                        new SettingDescriptor(STATE, SettingType.TEXT, "", TradingState.names(), "the state"),
                        SettingDescriptor.of(Action.BY, SettingType.TEXT, "",
                                "who sets it, and why, for the record; else the client, or the user of this process")),
                this::set);
    }

    private String set(Settings parameters) {
        DeskRun run = running.get();
        if (run == null) throw new IllegalArgumentException("the desk is not running; start the app Desk first");
        Switch wanted = wanted(parameters);
        String what = wanted.scope().of(wanted.name()) + " is " + wanted.state();
        TradingState before;
        try {
            before = run.states().set(wanted);
        } catch (IOException e) {
            String problem = what + ", but a restart would not know it: " + PropertiesText.reason(e);
            engine.log(LogLevel.ERROR, DeskProvider.TYPE, problem);
            throw new IllegalStateException(problem, e);
        }
        String done = what + " (was " + before + ")";
        engine.log(LogLevel.WARNING, DeskProvider.TYPE, done + ", by " + wanted.by());
        String doubt = known.doubt(run, wanted.scope(), wanted.name());
        return doubt.isEmpty() ? done : done + "; " + doubt;
    }

    private Switch wanted(Settings parameters) {
        Scope scope = Scope.parse(parameters.text(SCOPE));
        String name = name(scope, parameters.text(NAME).strip());
        if (!parameters.has(STATE)) {
            throw new SettingException(STATE, "one of " + String.join(", ", TradingState.names()) + " is needed");
        }
        String by = parameters.has(Action.BY) ? parameters.text(Action.BY).strip()
                : System.getProperty("user.name", "unknown");
        if (by.length() > LONGEST_BY || by.chars().anyMatch(Character::isISOControl)) {
            throw new SettingException(Action.BY, "write at most " + LONGEST_BY + " characters in one line");
        }
        return new Switch(scope, name, TradingState.valueOf(parameters.text(STATE)),
                engine.options().clock().instant().truncatedTo(ChronoUnit.MILLIS), by);
    }

    private static String name(Scope scope, String text) {
        try {
            return scope.checked(text);
        } catch (IllegalArgumentException e) {
            throw new SettingException(NAME, e.getMessage());
        }
    }
}

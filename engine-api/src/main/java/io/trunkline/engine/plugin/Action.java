package io.trunkline.engine.plugin;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Something that a user can make a plug-in do, such as disconnecting a session.
 *
 * @param name what it does, such as {@code disconnect}
 * @param help one sentence
 * @param parameters what it must be told; in one called {@link #BY} a service says which client asks
 * @param run does it and says in a line what came of it; thread-safe; throws IllegalArgumentException for a bad
 *     parameter
 */
public record Action(String name, String help, List<SettingDescriptor> parameters, Function<Settings, String> run) {

    /**
     * The key of a text parameter that says who wants it, and why. What a client writes there reaches the action as
     * {@code client: text}, or as the client's name alone if it writes nothing.
     */
    public static final String BY = "by";

    /** Checks that nothing is null and copies the parameters. */
    public Action {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(help, "help");
        Objects.requireNonNull(run, "run");
        parameters = List.copyOf(parameters);
    }

    /** How it is written: its name and what it must be told, such as {@code state scope=all|client name=TEXT}. */
    public String usage() {
        StringBuilder usage = new StringBuilder(name);
        parameters.forEach(each -> usage.append(' ').append(each.key()).append('=').append(each.form()));
        return usage.toString();
    }
}

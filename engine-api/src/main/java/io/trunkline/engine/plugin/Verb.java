package io.trunkline.engine.plugin;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One thing that a {@link Command} can do, such as issuing a key.
 *
 * @param name its word: lower-case letters, digits and dashes, such as {@code issue}
 * @param description one sentence for a person
 * @param parameters what it is told. Those without a default must be given and stand, in this order, after the verb;
 *     the others are options, {@code --key value}. No key is {@code help}, {@code home} or {@code verbose}, which every
 *     verb has. A secret without a default comes last of those that must be given: the user, who may not want it to be
 *     seen among the words of a command, is asked for it if it is missing or {@code -}
 * @param body does it
 */
public record Verb(String name, String description, List<SettingDescriptor> parameters, Body body) {

    private static final Set<String> TAKEN = Set.of("help", "home", "verbose");

    /** Checks the names and copies the parameters. */
    public Verb {
        Command.checkWord("a verb's name", name);
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(body, "body");
        parameters = List.copyOf(parameters);
        Set<String> keys = new HashSet<>(TAKEN);
        String asked = "";
        for (SettingDescriptor parameter : parameters) {
            Command.checkWord("a parameter of verb " + name, parameter.key());
            if (!keys.add(parameter.key())) {
                throw new IllegalArgumentException("verb " + name + ": the key " + parameter.key() + " is taken");
            }
            if (!parameter.defaultValue().isEmpty()) continue;
            if (!asked.isEmpty()) {
                throw new IllegalArgumentException("verb " + name + ": " + parameter.key() + " must come before the "
                        + "secret " + asked + ", which may be missing");
            }
            if (parameter.type() == SettingType.SECRET) asked = parameter.key();
        }
    }

    /** What a verb does. */
    @FunctionalInterface
    public interface Body {

        /**
         * Does it, on the caller's thread, which may wait.
         *
         * @param parameters complete and checked against the verb's descriptors; those that must be given have a value
         * @param home the folder for the program's files; it may not exist yet
         * @param user is told a line at once, on the same thread; for what the user must know before the verb ends
         * @return what to tell the user at the end, line by line
         * @throws SettingException if a parameter cannot be used
         * @throws InterruptedException if its thread was interrupted, by which a verb that waits is ended
         * @throws Exception if it does not work; the message is for a person and names the remedy
         */
        List<String> run(Settings parameters, Path home, Consumer<String> user) throws Exception;
    }
}

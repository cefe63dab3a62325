package io.trunkline.engine.plugin;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A command of a plug-in that needs no engine, such as making keys. The command line shows it as {@code NAME VERB ...}
 * beside its own commands.
 *
 * @param name its word: lower-case letters, digits and dashes, such as {@code keys}
 * @param description one sentence for a person
 * @param verbs what it can do, at least one; each name once
 */
public record Command(String name, String description, List<Verb> verbs) {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** Checks the names and copies the verbs. */
    public Command {
        checkWord("a command's name", name);
        Objects.requireNonNull(description, "description");
        verbs = List.copyOf(verbs);
        if (verbs.isEmpty()) throw new IllegalArgumentException("command " + name + " has no verb");
        Set<String> names = new HashSet<>();
        for (Verb verb : verbs) {
            if (!names.add(verb.name())) {
                throw new IllegalArgumentException("command " + name + " has the verb " + verb.name() + " twice");
            }
        }
    }

    static void checkWord(String what, String word) {
        if (WORD.matcher(word).matches()) return;
        throw new IllegalArgumentException(what + " is '" + word
                + "'; it must be at most 32 lower-case letters, digits and dashes and begin with a letter");
    }
}

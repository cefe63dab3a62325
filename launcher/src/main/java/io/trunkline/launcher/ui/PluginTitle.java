package io.trunkline.launcher.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the name of a plug-in's type as a person would: {@code RpcService} becomes {@code RPC service}. */
final class PluginTitle {

    private PluginTitle() {}

    /** The words of a name, in lower case but for the first letter and for abbreviations: words without a vowel. */
    static String of(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.split("(?<=[a-z0-9])(?=[A-Z])|[_\\s]+")) {
            if (isAbbreviation(word)) words.add(word.toUpperCase(Locale.ROOT));
            else if (words.isEmpty()) words.add(word);
            else words.add(word.toLowerCase(Locale.ROOT));
        }
        return String.join(" ", words);
    }

    private static boolean isAbbreviation(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT)) || !word.matches("(?i).*[aeiouy].*");
    }
}

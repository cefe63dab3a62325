package io.trunkline.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where a server keeps its files. */
final class Homes {

    private static final String FOLDER = ".trunkline";

    private Homes() {}

    /**
     * The folder given; else {@code TRUNKLINE_HOME}; else {@code .trunkline} here if it exists; else that of the user.
     */
    static Path resolve(Path given, Map<String, String> variables) {
        return resolve(given, variables, Path.of(""), Path.of(System.getProperty("user.home")));
    }

    static Path resolve(Path given, Map<String, String> variables, Path here, Path user) {
        if (given != null) return given;
        String variable = variables.getOrDefault("TRUNKLINE_HOME", "");
        if (!variable.isEmpty()) return Path.of(variable);
        Path local = here.resolve(FOLDER);
        return Files.isDirectory(local) ? local : user.resolve(FOLDER);
    }
}

package io.trunkline.launcher;

import io.trunkline.launcher.config.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Finds the settings file. */
final class SettingsPlace {

    /** What option and variable say if there is to be no file. */
    static final String NONE = "none";
    /** The variable that names the file. */
    static final String VARIABLE = "TRUNKLINE_CONFIG";
    /** What the file is called where nobody named it. */
    static final String FILE = "trunkline.properties";

    private SettingsPlace() {}

    /**
     * The file given; else that of {@code TRUNKLINE_CONFIG}; else {@code trunkline.properties} here, or else in the
     * home, if it exists.
     *
     * @param given what {@code --config} says, or null
     * @param home what {@code --home} says, or null
     */
    static SettingsFile read(String given, Path home, Map<String, String> variables) {
        return read(given, home, variables, Path.of(""));
    }

    static SettingsFile read(String given, Path home, Map<String, String> variables, Path here) {
        String variable = variables.getOrDefault(VARIABLE, "");
        String named = given != null ? given : variable;
        if (named.equals(NONE)) return SettingsFile.NONE;
        if (!named.isEmpty()) return read(Path.of(named), (given != null ? "--config" : VARIABLE) + ": ");
        Path local = here.resolve(FILE);
        Path usual = Files.isRegularFile(local) ? local : Homes.resolve(home, variables).resolve(FILE);
        return Files.isRegularFile(usual) ? read(usual, "") : SettingsFile.NONE;
    }

    private static SettingsFile read(Path path, String prefix) {
        try {
            return SettingsFile.read(path);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(prefix + e.getMessage());
        }
    }
}

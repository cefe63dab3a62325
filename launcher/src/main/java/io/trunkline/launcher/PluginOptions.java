package io.trunkline.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** The option of commands whose engine can have gateways and apps of the user's own. */
final class PluginOptions {

    static final String FOLDER = "plugins";

    @Option(names = "--plugins", paramLabel = "DIR",
            description = "Folder with the jars of further gateways and apps; if not given, the folder " + FOLDER
                    + " of the home and the one beside the program's jar, if they exist.")
    private Path given;

    /** What a command was given. */
    static PluginOptions of(CommandSpec command) {
        PluginOptions options = new PluginOptions();
        OptionSpec option = command.findOption("--plugins");
        if (option != null) options.given = option.getValue();
        return options;
    }

    /** Opens the jars of the folder given, or else of those folders that exist; the home is that of the command. */
    PluginJars open(Path home) {
        return open(home, Companion.folder());
    }

    /** The same for a program whose jar is in a folder. */
    PluginJars open(Path home, Path program) {
        if (given != null) return PluginJars.open(List.of(folder(given)), "looked in " + given + " too");
        List<Path> usual = List.of(home.resolve(FOLDER), program.resolve(FOLDER));
        List<Path> there = new ArrayList<>();
        for (Path folder : usual) if (Files.isDirectory(folder) && !isAmong(there, folder)) there.add(folder);
        return PluginJars.open(there, there.isEmpty()
                ? "there is no folder " + usual.get(0) + " and no --plugins with more"
                : "looked in " + join(there) + " too");
    }

    /** Whether a folder is one of others, by whatever name. */
    private static boolean isAmong(List<Path> others, Path folder) {
        return others.stream().anyMatch(other -> {
            try {
                return Files.isSameFile(other, folder);
            } catch (IOException e) {
                return false; // what is wrong with it is said when it is opened
            }
        });
    }

    private static String join(List<Path> folders) {
        return String.join(" and ", folders.stream().map(Path::toString).toList());
    }

    private static Path folder(Path path) {
        if (Files.isDirectory(path)) return path;
        throw CommandException.usage("--plugins: " + path + (Files.exists(path)
                ? " is not a folder; name the folder that holds the jars" : " does not exist; make the folder first"));
    }
}

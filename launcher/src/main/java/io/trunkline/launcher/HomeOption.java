package io.trunkline.launcher;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of commands that have a home on disk. */
final class HomeOption {

    @Option(names = "--home", paramLabel = "DIR",
            description = "Folder for files; else TRUNKLINE_HOME, ./.trunkline if it exists, ~/.trunkline.")
    private Path given;

    /** The home. */
    Path folder(Environment environment) {
        return Homes.resolve(given, environment.variables());
    }
}

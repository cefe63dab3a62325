package io.trunkline.launcher;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of its own beside the launcher's jar, in a folder of its name with the jar {@code trunkline-NAME.jar}.
 *
 * @param name the folder's name
 * @param title what a person calls it
 * @param mainClass its main class
 */
record Companion(String name, String title, String mainClass) {

    /** Runs it in a JVM of its own, with this process's input and output, and answers its exit code. */
    int run(List<String> arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-cp", classPath(folder()), mainClass));
        line.addAll(arguments);
        try (StopSignal stop = StopSignal.install()) {
            Process process = new ProcessBuilder(line).inheritIO().start();
            int exitCode = process.waitFor();
            return stop.isStopped() ? stop.exitCode() : exitCode;
        }
    }

    /** The folder that the launcher's jar is in. */
    static Path folder() {
        try {
            return Path.of(Companion.class.getProtectionDomain().getCodeSource().getLocation().toURI()).getParent();
        } catch (URISyntaxException e) {
            throw CommandException.failed("the folder of the program's jar is not known: " + e.getMessage(), e);
        }
    }

    private String classPath(Path folder) {
        Path own = folder.resolve(name);
        String jar = "trunkline-" + name + ".jar";
        if (!Files.isRegularFile(own.resolve(jar))) {
            throw CommandException.failed(title + " is not beside the program: " + own + " has no " + jar
                    + "; 'mvn package' makes it");
        }
        return own.resolve("*") + File.pathSeparator + own.resolve("lib").resolve("*") + File.pathSeparator
                + folder.resolve("lib").resolve("*");
    }
}

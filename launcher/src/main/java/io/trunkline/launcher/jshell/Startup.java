package io.trunkline.launcher.jshell;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What every shell begins with: the imports, and where the classes are that they name. */
public final class Startup {

    private static final String FILE = "trunkline.jsh";

    private Startup() {}

    /** The startup file, which stock jshell takes too. */
    public static String text() {
        try (InputStream in = Startup.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where this program's classes are, for the compiler: its class path, or the jars of its module path. */
    static String classPath() {
        List<String> entries = new ArrayList<>();
        for (String property : List.of("java.class.path", "jdk.module.path")) {
            Arrays.stream(System.getProperty(property, "").split(File.pathSeparator)).filter(entry -> !entry.isEmpty())
                    .forEach(entry -> entries.addAll(expanded(Path.of(entry))));
        }
        return String.join(File.pathSeparator, entries);
    }

    private static List<String> expanded(Path entry) {
        if (!Files.isDirectory(entry)) return List.of(entry.toString());
        try (Stream<Path> files = Files.list(entry)) {
            List<String> jars = files.map(Path::toString).filter(name -> name.endsWith(".jar")).toList();
            return jars.isEmpty() ? List.of(entry.toString()) : jars;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.trunkline.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The TCP sockets that a process's network namespace listens on, by what Linux says of it. */
final class ListeningSockets {

    private static final String LISTEN = "0A";

    private ListeningSockets() {}

    static boolean areKnown() {
        return Files.isReadable(Path.of("/proc/self/net/tcp"));
    }

    /** Those of the whole namespace, as Linux lists them. */
    static List<String> ofNamespace(long pid) throws IOException {
        List<String> all = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            Path file = Path.of("/proc", Long.toString(pid), "net", table);
            if (!Files.exists(file)) continue;
            Files.readAllLines(file).stream().filter(line -> words(line)[3].equals(LISTEN)).map(String::strip)
                    .forEach(all::add);
        }
        return all;
    }

    /** Those of the process itself. */
    static List<String> ofProcess(long pid) throws IOException {
        Set<String> own = new TreeSet<>();
        for (File descriptor : new File("/proc/" + pid + "/fd").listFiles()) {
            try {
                own.add(Files.readSymbolicLink(descriptor.toPath()).toString());
            } catch (IOException e) {
                continue; // it was closed meanwhile
            }
        }
        return ofNamespace(pid).stream().filter(line -> own.contains("socket:[" + words(line)[9] + "]")).toList();
    }

    private static String[] words(String line) {
        return line.strip().split("\\s+");
    }
}

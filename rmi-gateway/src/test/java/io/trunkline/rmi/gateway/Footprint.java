package io.trunkline.rmi.gateway;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The threads of ours, and those of remote calls, that live in this JVM. An idle thread of the platform's pool, which
 * waits a minute for the next connection ("RMI TCP Connection(idle)"), is not counted.
 */
final class Footprint {

    private static final List<String> OURS = List.of("rpc-", "event-engine", "engine-", "log-writer", "RMI TCP");

    private Footprint() {}

    /** The names of our threads and of those of connections and ports. */
    static List<String> threads() {
        return all().stream().map(Thread::getName)
                .filter(name -> OURS.stream().anyMatch(name::startsWith) && !name.endsWith("(idle)")).sorted().toList();
    }

    /** The threads that keep a JVM from ending, but for the test's own. */
    static Set<String> keepingTheJvm(Set<Thread> before) {
        return all().stream().filter(thread -> !thread.isDaemon() && !before.contains(thread)).map(Thread::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many sockets this process has open; 0 where the system does not say. */
    static long sockets() {
        File[] descriptors = new File("/proc/self/fd").listFiles();
        return descriptors == null ? 0 : Arrays.stream(descriptors).filter(Footprint::isSocket).count();
    }

    private static boolean isSocket(File descriptor) {
        try {
            return Files.readSymbolicLink(descriptor.toPath()).toString().startsWith("socket:");
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    static Set<Thread> all() {
        return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).collect(Collectors.toSet());
    }
}

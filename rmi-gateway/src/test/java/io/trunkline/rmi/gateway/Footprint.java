package io.trunkline.rmi.gateway;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                .filter(name -> !name.startsWith("junit-")) // such as the one that watches time-outs
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many sockets this process has open; 0 where the system does not say. */
    static long sockets() {
        File[] descriptors = new File("/proc/self/fd").listFiles();
        return descriptors == null ? 0 : Arrays.stream(descriptors).filter(Footprint::isSocket).count();
    }

    /** How many descriptors this process has open; 0 where the system does not say. */
    static int descriptors() {
        String[] names = new File("/proc/self/fd").list();
        return names == null ? 0 : names.length;
    }

    /** The local ends of the TCP ports that this process listens on. */
    static List<String> listening() {
        Set<String> own = Arrays.stream(new File("/proc/self/fd").listFiles()).filter(Footprint::isSocket)
                .map(Footprint::target).collect(Collectors.toSet());
        return Stream.of("/proc/self/net/tcp", "/proc/self/net/tcp6").flatMap(Footprint::lines)
                .map(line -> line.strip().split("\\s+"))
                .filter(parts -> parts[3].equals("0A") && own.contains("socket:[" + parts[9] + "]"))
                .map(parts -> parts[1]).sorted().toList();
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream().skip(1);
        } catch (IOException e) {
            return Stream.empty(); // no such protocol here
        }
    }

    private static boolean isSocket(File descriptor) {
        return target(descriptor).startsWith("socket:");
    }

    private static String target(File descriptor) {
        try {
            return Files.readSymbolicLink(descriptor.toPath()).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }

    static Set<Thread> all() {
        return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).collect(Collectors.toSet());
    }
}

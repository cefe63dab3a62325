package io.trunkline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where something was measured.
 *
 * @param jvm the JVM of all sides
 * @param system system, processor and number of cores
 * @param load the system's load average when the run began; below 0 if unknown
 * @param commit what was measured
 * @param time when
 */
record Machine(String jvm, String system, double load, String commit, Instant time) {

    static Machine here() {
        var system = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return new Machine(System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", " + processor() + ", "
                        + Runtime.getRuntime().availableProcessors() + " cores",
                system.getSystemLoadAverage(), described(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    private static String described() {
        try {
            Process process = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12")
                    .redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? text : "unknown commit";
        } catch (IOException e) {
            return "unknown commit";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown commit";
        }
    }

    @Override
    public String toString() {
        return time + ", commit " + commit + ", " + jvm + ", " + system
                + (load < 0 ? "" : ", load at the start " + Samples.text(load));
    }
}

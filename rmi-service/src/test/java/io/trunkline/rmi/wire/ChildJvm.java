package io.trunkline.rmi.wire;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another Java process with the same classes, on the class path. */
public final class ChildJvm {

    /** How it ended and what it wrote. */
    public record Result(int exitCode, String output) {}

    private ChildJvm() {}

    /** Runs a class to its end. */
    public static Result run(List<String> options, Class<?> main, String... arguments) throws IOException,
            InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString()));
        command.addAll(options);
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath(), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) throw new IOException("the process does not end: " + output);
            return new Result(process.exitValue(), output);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String classPath() {
        try {
            Path own = Path.of(ChildJvm.class.getResource("ChildJvm.class").toURI());
            for (int i = 0; i < ChildJvm.class.getName().split("\\.").length; i++) own = own.getParent();
            return String.join(File.pathSeparator, own.toString(), System.getProperty("jdk.module.path", ""),
                    System.getProperty("java.class.path", ""));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

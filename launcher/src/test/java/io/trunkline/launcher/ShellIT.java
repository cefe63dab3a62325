package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Scripts in the packaged program's shell. */
@Timeout(180)
class ShellIT {

    @TempDir
    private Path folder;

    @Test
    void theExamplesRunOnAServer() throws Exception {
        Path file = folder.resolve("ticks.csv");
        try (Program server = Program.start("server", "--port", "0", "--home", folder.toString(),
                "--set", "SIM.speed=300", "--set", "SIM.start=subscribe")) {
            String address = server.awaitOut("READY ").substring("READY ".length());
            try (Program average = example("moving-average", address, "-Dticks=300");
                    Program spread = example("spread", address, "-Dticks=200", "-Dstep=1");
                    Program recorder = example("recorder", address, "-Dticks=150", "-Dfile=" + file)) {
                assertThat(average.exitCode()).as("%s", average).isZero();
                assertThat(average.out()).last().isEqualTo("saw 300 ticks of AP010.CZCE");
                assertThat(spread.exitCode()).as("%s", spread).isZero();
                assertThat(spread.out()).first().asString().matches("time +near +far +spread");
                assertThat(recorder.exitCode()).as("%s", recorder).isZero();
                assertThat(recorder.out()).containsExactly("150 ticks written to " + file + ", 0 missed");
                assertThat(Files.readAllLines(file)).hasSize(151).first().asString().startsWith("instrument,");
            }
        }
    }

    private static Program example(String name, String address, String... properties) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(properties));
        arguments.addAll(List.of("-jar", Program.JAR, "shell", Path.of("src", "examples", "jsh", name + ".jsh")
                .toString(), "--connect", address));
        return Program.java(arguments);
    }

    @Test
    void aScriptEndsWithItsExitCodeOrItsFirstError() throws Exception {
        Path script = Files.writeString(folder.resolve("a.jsh"),
                "// two lines\nint half(int x) {\n    return 1 / x;\n}\n"
                + "print(half(1))\nhalf(0)\nprint(2)\n");
        String path = Program.JAR + System.getProperty("path.separator") + Path.of(Program.JAR).resolveSibling("lib");
        try (Program fails = Program.start("shell", script.toString());
                Program exits = Program.java(List.of("-p", path, "-m",
                        "io.trunkline.launcher/io.trunkline.launcher.Main",
                        "shell", "-c", "/exit 1 + 2"));
                Program verb = Program.start("shell", "-c", "int x = 1;\ntick(\"AP010.CZCE\")")) {
            assertThat(fails.exitCode()).isEqualTo(1);
            assertThat(fails.out()).containsExactly("1");
            assertThat(fails.err()).containsExactly(
                    "trunkline shell: " + script + ":3: java.lang.ArithmeticException: / by zero");
            assertThat(exits.exitCode()).as("%s", exits).isEqualTo(3);
            assertThat(verb.exitCode()).isEqualTo(1);
            assertThat(verb.err()).containsExactly(
                    "trunkline shell: --execute:2: no connection yet: connect()");
        }
    }

    @Test
    void saysThatTheRuntimeHasNoJshell() throws Exception {
        try (Program program = Program.java(List.of("--limit-modules", "java.desktop,java.rmi,java.management", "-jar",
                Program.JAR, "shell"))) {
            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.err()).containsExactly("trunkline shell: this Java runtime has no module jdk.jshell; "
                    + "run it with a whole JDK 17 or newer");
        }
    }
}

package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Scripts in the packaged program's shell. */
@Timeout(180)
class ShellIT {

    private static Program server;
    private static String address;

    @TempDir
    private static Path home;

    @TempDir
    private Path folder;

    @BeforeAll
    static void serve() throws Exception {
        server = Program.start("server", "--port", "0", "--home", home.toString(), "--set", "SIM.speed=300",
                "--set", "SIM.start=subscribe", "--set", "SIM.loop=true");
        address = server.awaitOut("READY ").substring("READY ".length());
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void theExamplesRunOnAServer() throws Exception {
        Path file = folder.resolve("ticks.csv");
        try (Program average = example("moving-average", "-Dticks=300");
                Program spread = example("spread", "-Dticks=200", "-Dstep=1");
                Program recorder = example("recorder", "-Dticks=150", "-Dfile=" + file)) {
            assertThat(average.exitCode()).as("%s", average).isZero();
            assertThat(average.out()).last().isEqualTo("saw 300 ticks of AP010.CZCE");
            assertThat(spread.exitCode()).as("%s", spread).isZero();
            assertThat(spread.out()).first().asString().matches("time +near +far +spread");
            assertThat(recorder.exitCode()).as("%s", recorder).isZero();
            assertThat(recorder.out()).containsExactly("150 ticks written to " + file + ", 0 missed");
            assertThat(Files.readAllLines(file)).hasSize(151).first().asString().startsWith("instrument,");
        }
    }

    @Test
    void aStopDuringAnOrderHasTheStrategyCancelIt() throws Exception {
        Path first = Files.writeString(folder.resolve("first.jsh"), """
                Id buy(String instrument, double price, double volume, OrderType type) {
                    Id id = Verbs.buy(instrument, 6500, volume); // far below the market, so it waits
                    stop();
                    return id;
                }
                """);
        try (Program average = Program.java(List.of("-Dticks=3000", "-jar", Program.JAR, "shell", first.toString(),
                "src/examples/jsh/moving-average.jsh", "--connect", address, "-c",
                "print(activeOrders().size() + \" active\")"))) {
            assertThat(average.exitCode()).as("%s", average).isZero();
            assertThat(average.err()).contains("stopped: cancels what is open and closes what is held");
            assertThat(average.out()).anyMatch(line -> line.contains("CANCELLED")).endsWith("0 active");
        }
    }

    @Test
    void thePromptRunsAVerb() throws Exception {
        try (Program prompt = onATerminal("shell --connect " + address)) {
            prompt.awaitOut(lines -> lines.stream().anyMatch(line -> line.contains("help() lists")), "prompt");
            prompt.type("print(contracts().size() + \" listed\")\n");
            prompt.awaitOut(lines -> lines.stream().anyMatch(line -> line.endsWith("3 listed")), "answer");
            prompt.type("/exit 4\n");

            assertThat(prompt.exitCode()).as("%s", prompt).isEqualTo(4);
        }
    }

    @Test
    void aKeyEndsTheLiveViewAndTheTerminalIsAsBefore() throws Exception {
        try (Program top = onATerminal("top --connect " + address + " && stty -a")) {
            top.awaitOut(lines -> lines.contains("q ends"), "picture");
            top.type("q"); // and no Enter

            assertThat(top.exitCode()).as("%s", top).isZero();
            assertThat(String.join(" ", top.out())).contains(" icanon ", " echo ");
        }
    }

    private static Program onATerminal(String arguments) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no program script");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Program.command("script", "-qec", "'" + java + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar '"
                + Program.JAR + "' " + arguments, "/dev/null");
    }

    @Test
    void runsWhatComesOnStdin() throws Exception {
        try (Program shell = Program.start("shell", "-", "--connect", address)) {
            shell.type("print(contracts().size())\nint x = 0;\n1 / x\n");
            shell.endInput();

            assertThat(shell.exitCode()).isEqualTo(1);
            assertThat(shell.out()).containsExactly("3");
            assertThat(shell.err()).last().isEqualTo(
                    "trunkline shell: stdin:3: java.lang.ArithmeticException: / by zero");
        }
    }

    @Test
    void sigtermHasAScriptEndAndItsEngineCloseInOrder() throws Exception {
        try (Program shell = Program.start("shell", "--connect", address, "--set", "RPC.name=terminated", "-c",
                "print(\"begun\"); while (running()) sleep(60); print(\"ended\");")) {
            shell.awaitOut("begun");
            shell.terminate();

            assertThat(shell.exitCode()).as("%s", shell).isEqualTo(143);
            assertThat(shell.out()).containsExactly("begun", "ended");
            server.awaitErr("client terminated disconnected: the client closed it");
        }
    }

    @Test
    void stockJshellHasTheVerbs() throws Exception {
        Path script = Files.writeString(folder.resolve("a.jsh"),
                "connect(\"" + address + "\")\nprint(contracts().size() + \" listed\")\n/exit\n");
        Path jshell = Path.of(System.getProperty("java.home"), "bin", "jshell");
        try (Program stock = Program.command(jshell.toString(), "--class-path", Program.JAR, "--startup",
                Path.of(Program.JAR).resolveSibling("trunkline.jsh").toString(), script.toString())) {
            assertThat(stock.exitCode()).as("%s", stock).isZero();
            assertThat(stock.out()).contains("3 listed");
        }
    }

    private static Program example(String name, String... properties) throws Exception {
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

package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The start script finds the program and its JVM, and gets out of their way. */
@Timeout(120)
class StartScriptIT {

    private static final Path SCRIPT = Path.of(Program.JAR).resolveSibling("trunkline");
    private static final Map<String, String> JAVA = Map.of("JAVA_HOME", System.getProperty("java.home"));

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the script needs /bin/sh");
    }

    private record Run(int exitCode, String out, String err) {}

    private Process start(Map<String, String> variables, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TRUNKLINE_CONFIG", "none");
        builder.environment().putAll(variables);
        builder.redirectOutput(folder.resolve("out").toFile()).redirectError(folder.resolve("err").toFile());
        return builder.start();
    }

    private Run run(Map<String, String> variables, String... command) throws Exception {
        Process process = start(variables, command);
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Run(process.exitValue(), out(), Files.readString(folder.resolve("err")));
        } finally {
            process.destroyForcibly();
        }
    }

    private String out() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    @Test
    void startsThroughALinkAndFromAFolderWithSpaces() throws Exception {
        Path place = Files.createDirectory(folder.resolve("a place"));
        for (String name : List.of("trunkline", "trunkline.jar", "trunkline.jsa")) {
            Path source = SCRIPT.resolveSibling(name);
            if (Files.exists(source)) Files.copy(source, place.resolve(name));
        }
        place.resolve("trunkline").toFile().setExecutable(true);
        Files.createSymbolicLink(place.resolve("lib"), SCRIPT.resolveSibling("lib"));
        Path link = Files.createSymbolicLink(folder.resolve("tl"), Path.of("a place", "trunkline"));

        Run run = run(JAVA, link.toString(), "--version");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("trunkline ").hasLineCount(1); // nothing of an archive that does not fit
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void passesOptionsToTheJvmAndTheExitCodeBack() throws Exception {
        Map<String, String> variables = Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", "-Da=1",
                "TRUNKLINE_OPTS", "-XshowSettings:properties");
        assertThat(run(variables, SCRIPT.toString(), "--version").err()).contains("a = 1");
        assertThat(run(JAVA, SCRIPT.toString(), "sever").exitCode()).isEqualTo(2);
    }

    @Test
    void onlyCommandsThatEndSoonDoWithoutTheFullCompiler() throws Exception {
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho \"$@\"\n").toFile().setExecutable(true);
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17\"\n");
        Map<String, String> fake = Map.of("JAVA_HOME", folder.resolve("jdk").toString());

        assertThat(run(fake, SCRIPT.toString(), "order").out()).startsWith("-XX:TieredStopAtLevel=1 ");
        for (String command : List.of("client", "server")) {
            assertThat(run(fake, SCRIPT.toString(), command).out()).doesNotContain("TieredStopAtLevel")
                    .endsWith("trunkline.jar " + command + "\n");
        }
    }

    @Test
    void theScriptForWindowsHasItsLineEnds() throws Exception {
        String script = Files.readString(SCRIPT.resolveSibling("trunkline.bat"));
        assertThat(script.split("\n")).allSatisfy(line -> assertThat(line).endsWith("\r"));
    }

    @Test
    void saysWhichJavaIsTooOldOrMissing() throws Exception {
        Path old = Files.createDirectories(folder.resolve("old/bin")).getParent();
        Files.createFile(old.resolve("bin/java")).toFile().setExecutable(true);
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n");

        Run tooOld = run(Map.of("JAVA_HOME", old.toString()), SCRIPT.toString(), "--version");
        assertThat(tooOld.exitCode()).isEqualTo(1);
        assertThat(tooOld.err()).isEqualTo("trunkline: Java 17 or newer is needed, " + old
                + "/bin/java is 11.0.2; set JAVA_HOME to a newer one\n");
        assertThat(run(Map.of("JAVA_HOME", "/nowhere"), SCRIPT.toString(), "--version").err())
                .isEqualTo("trunkline: JAVA_HOME has no bin/java: /nowhere\n");
    }

    @Test
    void aServerThatWasStartedByItClosesCleanlyOnSigterm() throws Exception {
        Process server = start(JAVA, SCRIPT.toString(), "server", "--home", folder.toString(), "--port", "0");
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!out().startsWith("READY ") && System.nanoTime() - deadline < 0) TimeUnit.MILLISECONDS.sleep(50);
            assertThat(out()).startsWith("READY ");
            server.destroy();

            assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(server.exitValue()).isEqualTo(143);
            assertThat(Files.readString(folder.resolve("err"))).contains("closed");
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void theCompletionScriptCompletesCommandsInBash() throws Exception {
        Run run = run(JAVA, "bash", "-c", "source <('" + SCRIPT + "' completion bash)"
                + " && COMP_WORDS=(trunkline ser) COMP_CWORD=1 && _complete_trunkline; echo \"${COMPREPLY[@]}\"");

        assertThat(run.out()).isEqualTo("server\n");
    }
}

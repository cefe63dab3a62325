package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A plug-in that the launcher does not know brings a command. */
@Timeout(60)
class PluginCommandsTest {

    @TempDir
    private static Path folder;
    private static URLClassLoader loader;

    private final ClassLoader usual = Thread.currentThread().getContextClassLoader();
    private final Cli cli = new Cli();

    @BeforeAll
    static void compile() throws Exception {
        loader = GreetingJar.in(folder);
    }

    @AfterAll
    static void close() throws Exception {
        loader.close();
    }

    @BeforeEach
    void comeFromThePlugin() {
        Thread.currentThread().setContextClassLoader(loader);
    }

    @AfterEach
    void goBack() {
        Thread.currentThread().setContextClassLoader(usual);
    }

    /** What went to stderr but for what is said of the providers that cannot be used. */
    private String problem() {
        return String.join("\n", cli.err().lines().filter(line -> !line.contains(" left out")).toList());
    }

    @Test
    void itsCommandStandsInTheHelpAndIsCompleted() {
        assertThat(cli.run("--help")).isZero();
        assertThat(cli.out()).containsPattern("\n +greet +Greet somebody\\.");
        assertThat(cli.run("completion", "bash")).isZero();
        assertThat(cli.out()).contains("greet", "--times");
    }

    @Test
    void theCommandAndItsVerbsHaveHelp() {
        assertThat(cli.run("greet", "--help")).isZero();
        assertThat(cli.out()).contains("Usage: trunkline greet", "VERB").containsPattern("say +Say hello\\.");
        assertThat(cli.run("greet", "say", "--help")).isZero();
        assertThat(cli.out()).contains("Usage: trunkline greet say", "WHO", "Who is greeted, 100% surely.",
                "--in=english|latin", "--times=TIMES", "How often.; 1 if not given", "--home=DIR");
    }

    @Test
    void theVerbGetsWhatWasTypedAndTheDefaultsAndTheHome() {
        assertThat(cli.run("greet", "say", "the desk", "--times", "3", "--home", "h")).isZero();
        assertThat(cli.outLines()).containsExactly("{who=the desk, times=3, loud=false, in=english} at h",
                "two\\nlines");

        cli.variables.put("TRUNKLINE_HOME", "other");
        assertThat(cli.run("greet", "say", "me", "--loud", "--in=latin")).isZero();
        assertThat(cli.out()).contains("{who=me, times=1, loud=true, in=latin} at other");
    }

    @Test
    void whatIsToldAtOnceStandsAboveTheRestAndIsShownEvenIfItFails() {
        assertThat(cli.run("greet", "open", "ali", "sesame")).isZero();
        assertThat(cli.outLines()).containsExactly("ali says sesame", "open");

        Cli failing = new Cli();
        assertThat(failing.run("greet", "open", "ali", "please")).isEqualTo(1);
        assertThat(failing.outLines()).containsExactly("ali says please");
    }

    @Test
    void aSecretThatIsMissingOrADashIsAskedFor() {
        for (String[] arguments : new String[][] {{"greet", "open", "ali"}, {"greet", "open", "ali", "-"}}) {
            Cli asked = new Cli();
            asked.in = new ByteArrayInputStream(" sesame\nmore\n".getBytes(StandardCharsets.UTF_8));
            assertThat(asked.run(arguments)).isZero();
            assertThat(asked.outLines()).containsExactly("ali says sesame", "open");
            assertThat(asked.err()).endsWith("WORD: ");
        }
        assertThat(cli.run("greet", "open", "ali")).isEqualTo(2);
        assertThat(problem()).endsWith("trunkline greet open: WORD: there is none; give one, or type it when asked "
                + "for it");
    }

    @Test
    void neitherTheEnvironmentNorASettingsFileSpeakForItsOptions() throws Exception {
        Path file = Files.writeString(folder.resolve("trunkline.properties"), "client.for=nonsense\n");
        cli.variables.put("TRUNKLINE_SAY_TIMES", "7");
        cli.variables.put("TRUNKLINE_CONFIG", file.toString());

        assertThat(cli.run("greet", "say", "me")).isZero();
        assertThat(cli.out()).contains("times=1");
    }

    @Test
    void whatDoesNotFitIsBadUsage() {
        assertThat(cli.run("greet", "say")).isEqualTo(2);
        assertThat(problem()).contains("trunkline greet say: Missing required parameter: 'WHO'");
        assertThat(new Cli().run("greet", "say", "")).isEqualTo(2);
        assertThat(new Cli().run("greet", "say", "me", "you")).isEqualTo(2);
    }

    @Test
    void badValuesAreNamedAsTheyWereTyped() {
        assertThat(cli.run("greet", "say", "me", "--times", "many")).isEqualTo(2);
        assertThat(problem()).isEqualTo("trunkline greet say: --times: 'many' is not a whole number");
    }

    @Test
    void unknownVerbsAndOptionsAreGuessed() {
        assertThat(cli.run("greet", "sya")).isEqualTo(2);
        assertThat(problem()).contains("did you mean say? see 'trunkline greet --help'");
        assertThat(cli.run("greet", "say", "me", "--tims", "3")).isEqualTo(2);
        assertThat(problem()).contains("did you mean --times?");
        assertThat(cli.run("greet")).isEqualTo(2);
        assertThat(problem()).contains("trunkline greet: a verb is missing; see 'trunkline greet --help'");
    }

    @Test
    void aVerbThatFailsIsOneLineAndFails() {
        assertThat(cli.run("greet", "fail")).isEqualTo(1);
        assertThat(problem()).isEqualTo("trunkline greet fail: the sun is down; come back tomorrow");
        assertThat(cli.run("greet", "fail", "-v")).isEqualTo(1);
        assertThat(problem()).contains("\tat ");
    }

    @Test
    void whatCannotBeUsedIsReportedAndTheRestStays() {
        assertThat(cli.run("server", "--help")).isZero();
        assertThat(cli.out()).doesNotContain("Not the server");
        assertThat(cli.err().lines()).hasSize(3)
                .anyMatch(line -> line.contains("greeting.Missing"))
                .anyMatch(line -> line.contains("greeting.Bad are left out") && line.contains("on purpose"))
                .anyMatch(line -> line.contains("the command 'server' of Greeting is left out"));
    }
}

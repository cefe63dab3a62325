package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class CommandLineTest {

    private final Cli cli = new Cli();

    @Test
    void helpListsTheCommandsButNotTheHiddenOnes() {
        assertThat(cli.run("--help")).isZero();
        assertThat(cli.out()).contains("server", "client", "order", "cancel", "query", "demo ").doesNotContain("demo-");
        assertThat(cli.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "client", "order", "cancel", "outcome", "query", "plugins", "top", "demo",
        "config", "completion"})
    void everyCommandHasHelp(String command) {
        assertThat(cli.run(command, "--help")).isZero();
        assertThat(cli.out()).contains("Usage: trunkline " + command, "--help");
    }

    @Test
    void versionNamesTheProgramAndTheJvm() {
        assertThat(cli.run("--version")).isZero();
        assertThat(cli.out()).startsWith("trunkline ").contains(Runtime.version().toString()).doesNotContain("${");
    }

    @Test
    void aMissingCommandIsBadUsage() {
        assertThat(cli.run()).isEqualTo(2);
        cli.assertErr("trunkline: a command is missing; see 'trunkline --help'");
    }

    @Test
    void unknownCommandsAreGuessed() {
        assertThat(cli.run("sever")).isEqualTo(2);
        cli.assertErr("trunkline: unknown command 'sever'; did you mean server? see 'trunkline --help'");
    }

    @Test
    void hiddenCommandsAreNotSuggested() {
        assertThat(cli.run("demo-serve")).isEqualTo(2);
        assertThat(cli.err()).doesNotContain("demo-server");
    }

    @Test
    void unknownOptionsAreGuessed() {
        assertThat(cli.run("server", "--prot=3")).isEqualTo(2);
        cli.assertErr("trunkline server: unknown option --prot; did you mean --port? see 'trunkline server --help'");
    }

    @Test
    void unknownWordsOfAnOptionAreGuessed() {
        assertThat(cli.run("order", "buy", "AP010.CZCE", "1", "@1", "--type", "FAKE")).isEqualTo(2);
        cli.assertErr("trunkline order: unknown value 'FAKE' of --type; did you mean FAK? see 'trunkline order --help'");
    }

    @Test
    void badValuesAreNamed() {
        assertThat(cli.run("server", "--port", "many")).isEqualTo(2);
        assertThat(cli.err()).contains("--port", "'many'").hasLineCount(1);
        assertThat(new Cli().run("client", "--for", "3 days")).isEqualTo(2);
    }

    @Test
    void surplusArgumentsAreNamed() {
        assertThat(cli.run("server", "now")).isEqualTo(2);
        cli.assertErr("trunkline server: 'now' is one argument too many; see 'trunkline server --help'");
    }

    @Test
    void whatWasTypedCannotForgeALineOfItsOwn() {
        assertThat(cli.run("ser\nver\u001b[2J")).isEqualTo(2);
        assertThat(cli.err()).hasLineCount(1).doesNotContain("\u001b");
    }

    @Test
    void unforeseenFailuresAreOneLineToo() {
        cli.engine.startFailure = new IllegalArgumentException("first\nsecond");

        assertThat(cli.run("server", "--home", "x")).isEqualTo(1);
        cli.assertErr("trunkline server: first second");
    }

    @Test
    void verboseLogsMoreThanUsual() {
        assertThat(CommonOptions.level("off", 0)).isEqualTo("off");
        assertThat(CommonOptions.level("off", 1)).isEqualTo("info");
        assertThat(CommonOptions.level("warn", 1)).isEqualTo("info");
        assertThat(CommonOptions.level("info", 1)).isEqualTo("debug");
        assertThat(CommonOptions.level("info", 9)).isEqualTo("trace");
    }

    @Test
    void verboseAddsTheStackTrace() {
        cli.engine.startFailure = new IllegalArgumentException("no way");

        assertThat(cli.run("server", "-v", "--home", "x")).isEqualTo(1);
        assertThat(cli.err()).contains("\tat ");
    }
}

package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trunkline.engine.WaitStrategy;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is typed wins, then the environment, then the file, then the default. */
@Timeout(30)
class SettingSourcesTest {

    private final Cli cli = new Cli();

    @TempDir
    private Path folder;

    private Path file(String... lines) throws Exception {
        Path path = Files.writeString(folder.resolve("t.properties"), String.join("\n", lines));
        cli.variables.put("TRUNKLINE_CONFIG", path.toString());
        return path;
    }

    private Map<String, String> servicesOf(String... options) throws Exception {
        cli.start(options);
        cli.awaitOut("READY");
        cli.interrupt();
        return cli.engine.started.get("RpcService");
    }

    @Test
    void aFileGivesOptionsAndSettings() throws Exception {
        file("home=h", "server.wait=spin", "server.gateway=A=SIM, B=SIM", "A.speed=7", "RpcService.port=3000");

        assertThat(servicesOf("server")).isEqualTo(Map.of("port", "3000"));
        assertThat(cli.engine.options.home()).contains(Path.of("h"));
        assertThat(cli.engine.options.waitStrategy()).isSameAs(WaitStrategy.SPIN);
        assertThat(cli.engine.connected).containsOnly(Map.entry("A", Map.of("speed", "7")), Map.entry("B", Map.of()));
        assertThat(cli.err()).contains("settings from ");
    }

    @Test
    void aFlagOfTheFileCanBeTurnedOffAndIsNotTurnedOffByBeingTyped() throws Exception {
        file("home=h", "server.insecure=true", "server.no-connect=true");

        assertThat(servicesOf("server")).isEqualTo(Map.of("insecure", "true"));
        assertThat(servicesOf("server", "--insecure", "--no-connect")).isEqualTo(Map.of("insecure", "true"));
        assertThat(cli.engine.connected).isEmpty();
        assertThat(servicesOf("server", "--insecure=false", "--no-connect=false"))
                .isEqualTo(Map.of("insecure", "false"));
        assertThat(cli.engine.connected).containsOnlyKeys("SIM");
    }

    @Test
    void theHelpOfCommandsWithFlagsSaysHowToTurnThemOff() {
        String footer = "turned off by --FLAG=false";
        assertThat(cli.run("server", "--help")).isZero();
        assertThat(cli.out()).contains(footer);
        Cli other = new Cli();
        assertThat(other.run("cancel", "--help")).isZero();
        assertThat(other.out()).doesNotContain(footer);
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws Exception {
        file("home=h", "server.port=1", "RpcService.bind=::1", "SIM.speed=1", "server.wait=spin");
        cli.variables.put("TRUNKLINE_SET_RPCSERVICE_PORT", "2");
        cli.variables.put("TRUNKLINE_SERVER_BIND", "::2");
        cli.variables.put("TRUNKLINE_SET_SIM_SPEED", "2");
        cli.variables.put("TRUNKLINE_SERVER_WAIT", "yield");

        assertThat(servicesOf("server")).isEqualTo(Map.of("port", "2", "bind", "::2"));
        assertThat(cli.engine.connected).containsEntry("SIM", Map.of("speed", "2"));
        assertThat(cli.engine.options.waitStrategy()).isSameAs(WaitStrategy.YIELD);
    }

    @Test
    void whatIsTypedWinsOverBoth() throws Exception {
        file("home=h", "server.port=1", "SIM.speed=1", "server.wait=spin");
        cli.variables.put("TRUNKLINE_SERVER_PORT", "2");
        cli.variables.put("TRUNKLINE_SET_SIM_SPEED", "2");

        assertThat(servicesOf("server", "--set", "RpcService.port=3", "--set", "SIM.speed=3", "--wait", "park"))
                .isEqualTo(Map.of("port", "3"));
        assertThat(cli.engine.connected).containsEntry("SIM", Map.of("speed", "3"));
        assertThat(cli.engine.options.waitStrategy()).isSameAs(WaitStrategy.PARK);
    }

    @Test
    void unknownKeysAreNamedWithTheirPlace() throws Exception {
        Path path = file("# comment", "server.prot=1");
        assertThat(cli.run("query", "ticks")).isEqualTo(2);
        cli.assertErr("trunkline query: " + path + ":2: unknown key server.prot; did you mean server.port?");

        assertUsage("server", "SIM.sped=1", ":1: unknown setting SIM.sped; did you mean speed?");
        assertUsage("server", "SMI.speed=1", ":1: nothing here is called SMI; did you mean SIM?");
        assertUsage("client", "clinet.json=true", ":1: unknown key clinet.json; did you mean client.json?");
        assertUsage("client", "hoem=x", ":1: unknown key hoem; did you mean home?");
    }

    @Test
    void badValuesAreNamedWithTheirPlace() throws Exception {
        assertUsage("server", "server.wait=yeild", ":1: unknown value 'yeild' of --wait; did you mean yield? see "
                + "'trunkline server --help'");
        assertUsage("server", "SIM.speed=fast", ":1: SIM: setting speed: 'fast' is not a number");
        assertUsage("client", "client.print=tcks", ":1: --print: unknown kind 'tcks'; did you mean ticks?");
    }

    private void assertUsage(String command, String line, String message) throws Exception {
        Cli one = new Cli();
        Path path = file(line);
        one.variables.put("TRUNKLINE_CONFIG", path.toString());
        assertThat(one.run(command)).isEqualTo(2);
        assertThat(one.err().lines()).last().isEqualTo("trunkline " + command + ": " + path + message);
    }

    @Test
    void aFileThatIsNamedMustExistButHelpNeedsNone() {
        assertThat(cli.run("server", "--config", "nowhere")).isEqualTo(2);
        cli.assertErr("trunkline server: --config: there is no file nowhere");
        assertThat(cli.run("server", "--config", "nowhere", "--help")).isZero();
    }

    @Test
    void theFileIsTheOneNamedElseTheOneHereElseThatOfTheHome() throws Exception {
        Path here = Files.createDirectory(folder.resolve("here"));
        Path home = Files.createDirectory(folder.resolve("home"));
        Map<String, String> variables = Map.of("TRUNKLINE_HOME", home.toString());
        assertThat(SettingsPlace.read(null, null, variables, here).path()).isEmpty();

        Path homes = Files.writeString(home.resolve("trunkline.properties"), "");
        assertThat(SettingsPlace.read(null, null, variables, here).path()).contains(homes);
        Path local = Files.writeString(here.resolve("trunkline.properties"), "");
        assertThat(SettingsPlace.read(null, null, variables, here).path()).contains(local);
        assertThat(SettingsPlace.read(homes.toString(), null, variables, here).path()).contains(homes);
        assertThat(SettingsPlace.read("none", null, variables, here).path()).isEmpty();
    }

    @Test
    void secretsInAFileThatOthersCanReadAreWarnedOf() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "needs files with POSIX permissions");
        Path path = file("RPC.token=secret");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        cli.run("client", "--for", "1ms");
        assertThat(cli.err()).contains("warning: others on this machine can read RPC.token in " + path + ":1")
                .doesNotContain("secret");

        Cli second = new Cli();
        second.variables.put("TRUNKLINE_CONFIG", path.toString());
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        second.run("client", "--for", "1ms");
        assertThat(second.err()).doesNotContain("warning");
    }
}

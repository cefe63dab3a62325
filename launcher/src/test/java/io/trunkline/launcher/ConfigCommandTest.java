package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ConfigCommandTest {

    private final Cli cli = new Cli();

    @TempDir
    private Path folder;

    @Test
    void namesTheSourceOfEachValue() throws Exception {
        Path file = Files.writeString(folder.resolve("f"), "server.journal=mine\nSIM.speed=5\n");
        cli.variables.put("TRUNKLINE_SERVER_WAIT", "spin");

        assertThat(cli.run("config", "--format", "csv", "--config", file.toString(), "server", "--port", "7")).isZero();
        assertThat(cli.outLines()).first().isEqualTo("name,value,source");
        assertThat(cli.outLines()).contains("server.journal,mine," + file + ":1", "SIM.speed,5," + file + ":2",
                "server.wait,spin,TRUNKLINE_SERVER_WAIT", "RpcService.port,7,--port",
                "RpcService.bind,127.0.0.1,default",
                "server.journal-sync,written,default");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void masksSecrets() {
        cli.variables.put("TRUNKLINE_SET_RPC_TOKEN", "sesame");

        assertThat(cli.run("config", "--format", "csv", "client")).isZero();
        assertThat(cli.outLines()).contains("RPC.token,***,TRUNKLINE_SET_RPC_TOKEN");
        assertThat(cli.out()).doesNotContain("sesame");
    }

    @Test
    void showsAllCommandsUnlessOneIsNamed() {
        assertThat(cli.run("config")).isZero();
        assertThat(cli.out()).contains("server.wait", "client.print", "order.settle", "RPC.address")
                .doesNotContain("demo-server");
        assertThat(new Cli().run("config", "order", "--timeout", "3s")).isZero();
    }

    @Test
    void refusesWhatTheCommandWouldRefuse() {
        assertThat(cli.run("config", "sever")).isEqualTo(2);
        cli.assertErr("trunkline config: no command 'sever' has settings; did you mean server?");
        assertThat(new Cli().run("config", "server", "--port", "many")).isEqualTo(2);
        assertThat(new Cli().run("config", "server", "--prot", "1")).isEqualTo(2);
    }

    @Test
    void refusesWhatTheServerRefusesInItsFile() throws Exception {
        for (String line : List.of("SIMM.speed=3", "SIM.sped=3", "server.prot=1", "RpcService.port=many")) {
            String file = Files.writeString(folder.resolve("f"), line + "\n").toString();
            Cli server = new Cli();
            Cli config = new Cli();

            assertThat(server.run("server", "--config", file)).isEqualTo(2);
            assertThat(config.run("config", "server", "--config", file)).isEqualTo(2);
            assertThat(server.err().lines().reduce((first, last) -> last).orElseThrow().replace("server: ", "config: "))
                    .as(line).isEqualTo(config.err().stripTrailing()).contains(file + ":1: ");
        }
    }

    @Test
    void showsTheSettingsOfTheAppsOfAClient() {
        assertThat(cli.run("config", "--format", "csv", "client", "--app", "RpcService", "--set",
                "RpcService.port=7")).isZero();
        assertThat(cli.outLines()).contains("client.app,RpcService,--app", "RpcService.port,7,--set",
                "RPC.name,,default");
    }

    @Test
    void theSampleIsCompleteAndCanBeReadBack() throws Exception {
        assertThat(cli.run("config", "--sample")).isZero();
        assertThat(cli.outLines()).allMatch(line -> line.isEmpty() || line.startsWith("#"))
                .allMatch(line -> line.length() <= 140);
        List<String> active = cli.outLines().stream().map(line -> line.replaceFirst("^#(?=\\S+=)", "")).toList();
        Path file = Files.write(folder.resolve("sample"), active);

        Cli second = new Cli();
        assertThat(second.run("config", "--format", "csv", "--config", file.toString())).as(second.err()).isZero();
        assertThat(second.outLines()).filteredOn(line -> line.endsWith(",default"))
                .allMatch(line -> line.endsWith(",,default"));
        assertThat(active).contains("SIM.speed=1", "RPC.address=127.0.0.1:2014", "server.wait=park",
                "query.timeout=2s");
        Cli defaults = new Cli();
        defaults.run("config", "--format", "csv");
        assertThat(values(second)).isEqualTo(values(defaults));
    }

    private static List<String> values(Cli cli) {
        return cli.outLines().stream().map(line -> line.substring(0, line.lastIndexOf(','))).toList();
    }

    @Test
    void completionOffersTheCommandsButNotTheHiddenOnes() {
        assertThat(cli.run("completion", "bash")).isZero();
        assertThat(cli.out()).contains("server", "--subscribe", "completion").doesNotContain("demo-", "warm-up");
    }
}

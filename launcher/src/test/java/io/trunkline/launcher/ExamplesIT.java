package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples run as their descriptions say. */
@Timeout(150)
class ExamplesIT {

    private static final Path FOLDER = Path.of(Program.JAR).resolveSibling("examples");
    private static final String CLASS_PATH =
            Program.JAR + File.pathSeparator + FOLDER.resolve("trunkline-examples.jar");

    @TempDir
    private Path home;

    @Test
    void aServerIsSharedByAClientThatShowsAndOneThatTrades() throws Exception {
        try (Program server = example("RunServer", "0")) {
            String address = server.awaitOut("READY ").substring("READY ".length());
            try (Program shows = example("RunClient", address); Program trades = example("EmbeddedClient", address)) {
                assertThat(trades.exitCode()).as("%s", trades).isZero();
                assertThat(trades.out()).anyMatch(line -> line.startsWith("bought 1.0 at "))
                        .anyMatch(line -> line.equals("held 1.0 LONG of RPC.SIM.AP010.CZCE.LONG"));
                shows.awaitOut("state RPC LIVE");
                shows.awaitOut("tick AP010.CZCE ");
                shows.awaitOut("trade RPC.SIM.");
                shows.terminate();
                assertThat(shows.exitCode()).isEqualTo(143);
            }
            server.terminate();
            assertThat(server.exitCode()).isEqualTo(143);
            assertThat(server.err()).anyMatch(line -> line.endsWith("RPC service stopped"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RunServer", "RunClient"})
    void theWindowFormSaysThatItNeedsADisplay(String name) throws Exception {
        try (Program program = Program.java(List.of("-Djava.awt.headless=true", "-cp", CLASS_PATH,
                "io.trunkline.examples." + name, "--ui"))) {
            assertThat(program.exitCode()).as("%s", program).isEqualTo(1);
            assertThat(program.err()).anyMatch(line -> line.contains("no display"));
        }
    }

    @Test
    void twoEnginesInOneJvmCallOneOrderByTheirOwnNames() throws Exception {
        try (Program program = example("OneJvm")) {
            assertThat(program.exitCode()).as("%s", program).isZero();
            List<String> out = program.out();
            assertThat(out).hasSize(4).startsWith("the client knows 3 contracts").endsWith("both are closed");
            assertThat(out.get(1)).isEqualTo(
                    out.get(2).replace("the server calls it ", "the client calls its order RPC."));
        }
    }

    @Test
    void anAlarmReachesTheClient() throws Exception {
        try (Program program = example("AlarmsAcross")) {
            assertThat(program.exitCode()).as("%s", program).isZero();
            assertThat(program.out()).singleElement().asString().startsWith("the client got Alarm[instrument=AP");
        }
    }

    @Test
    void aServerTakesAGatewayAndAnAppFromAFolder() throws Exception {
        try (Program server = Program.start("server", "--home", home.toString(), "--port", "0", "--plugins",
                FOLDER.resolve("plugins").toString(), "--gateway", "WALK", "--app", "RpcService", "--app", "Alarm",
                "--set", "Alarm.above=10")) {
            String ready = server.awaitOut("READY ");
            assertThat(ready).endsWith(" alarm above 10.0");
            try (Program order = Program.run("order", "buy", "WALK.LOCAL", "2", "@5000", "--wait",
                    "--connect", ready.split(" ")[1])) {
                assertThat(order.exitCode()).as("%s", order).isZero();
                assertThat(order.out()).anyMatch(line -> line.contains("RPC.WALK.") && line.contains("ALLTRADED"));
            }
        }
    }

    private static Program example(String name, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of("-cp", CLASS_PATH, "io.trunkline.examples." + name));
        line.addAll(Arrays.asList(arguments));
        return Program.java(line);
    }
}

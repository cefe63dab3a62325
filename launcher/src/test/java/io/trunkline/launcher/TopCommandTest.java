package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.plugin.Monitor;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TopCommandTest {

    private final Cli cli = new Cli();

    @BeforeEach
    void serve() {
        cli.engine.serverMonitors.add(new Monitor("server: sessions",
                List.of("session", "client", "address", "since", "lag", "state", "events/s", "acknowledged"),
                () -> List.of(List.of(1L, "alice", "127.0.0.1", Instant.EPOCH, 0L, "live", 12.5, 99L),
                        List.of(2L, "b\u001b[2J", "127.0.0.1", Instant.EPOCH, 7L, "conflating", 3000.0, 5L))));
        cli.engine.serverMonitors.add(new Monitor("server: service", List.of("figure", "value"),
                () -> List.of(List.of("encoded events/s", 20.5), List.of("handler faults", 3L))));
    }

    @Test
    void showsTheSessionsOnce() {
        assertThat(cli.run("top", "--once")).isZero();

        List<String> lines = cli.outLines();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).contains("server 127.0.0.1:2014  sessions 2  encoded 20.5 events/s");
        assertThat(lines.get(1)).contains("handler faults 3");
        assertThat(lines.get(2)).startsWith("session  client").endsWith("state").doesNotContain("acknowledged");
        assertThat(lines.get(3)).contains("alice", "12.5", "live");
        assertThat(cli.out()).doesNotContain("\u001b");
        assertThat(cli.engine.connected.get("RPC").get("name")).startsWith("top-");
        assertThat(cli.engine.closed).isTrue();
    }

    @Test
    void writesCsvAndJsonWithEveryColumn() {
        assertThat(cli.run("top", "--once", "--csv")).isZero();
        assertThat(cli.outLines()).hasSize(3);
        assertThat(cli.outLines().get(0)).startsWith("time,session,client").endsWith("acknowledged");
        assertThat(cli.outLines().get(1)).endsWith("1,alice,127.0.0.1,1970-01-01T00:00:00Z,0,live,12.5,99");
        Cli json = new Cli();
        json.engine.serverMonitors.addAll(cli.engine.serverMonitors);
        assertThat(json.run("top", "--once", "--json")).isZero();
        assertThat(json.outLines()).hasSize(3);
        assertThat(json.outLines().get(0)).startsWith("{\"event\":\"server\",\"time\":\"")
                .endsWith("\"encoded events/s\":20.5,\"handler faults\":3}");
        assertThat(json.outLines().get(1)).contains("\"client\":\"alice\"", "\"acknowledged\":99}");
    }

    @Test
    void inAPipeItIsWrittenAgainAndAgainUntilItIsInterrupted() throws Exception {
        cli.start("top", "--csv");
        cli.awaitOut("alice");
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (cli.outLines().size() < 5 && System.nanoTime() - deadline < 0) TimeUnit.MILLISECONDS.sleep(5);
        assertThat(cli.interrupt()).isEqualTo(130);

        assertThat(cli.outLines()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(cli.outLines().stream().filter(line -> line.startsWith("time,"))).hasSize(1);
    }

    @Test
    void aServerThatTellsNothingIsNamed() {
        cli.engine.serverMonitors.clear();

        assertThat(cli.run("top", "--timeout", "100ms")).isEqualTo(1);
        assertThat(cli.err()).contains("127.0.0.1:2014 does not say what its sessions are", "--timeout");
    }

    @Test
    void whatCannotBeIsBadUsage() {
        assertThat(cli.run("top", "--interval", "500ms")).isEqualTo(2);
        cli.assertErr("trunkline top: --interval: 500 ms is too short; 1s at least");
        assertThat(new Cli().run("top", "--json", "--csv")).isEqualTo(2);
    }
}

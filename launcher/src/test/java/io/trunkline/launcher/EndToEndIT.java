package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers and clients in JVMs of their own. */
@Timeout(120)
class EndToEndIT {

    private static final long SHIPPED_TICKS = 22_752;

    @TempDir
    private Path home;

    private Program server(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("server", "--home", home.toString(), "--port", "0"));
        arguments.addAll(Arrays.asList(options));
        return Program.start(arguments.toArray(String[]::new));
    }

    private static String address(Program server) throws InterruptedException {
        return server.awaitOut("READY ").substring("READY ".length());
    }

    private static Program run(String address, String command, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(command, "--connect", address, "--timeout", "20s"));
        arguments.addAll(Arrays.asList(options));
        return Program.run(arguments.toArray(String[]::new));
    }

    @Test
    void aServerClosesCleanlyWhenItIsTerminated() throws Exception {
        try (Program server = server()) {
            address(server);
            server.terminate();

            assertThat(server.exitCode()).isEqualTo(143);
            assertThat(server.out()).hasSize(1);
            assertThat(server.err()).endsWith("closed");
        }
    }

    @Test
    void aSecondServerOnThePortSaysSoAndEnds() throws Exception {
        try (Program server = server()) {
            String address = address(server);
            String port = address.substring(address.lastIndexOf(':') + 1);
            try (Program second = Program.run("server", "--home", home.resolve("2").toString(), "--port", port)) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.out()).isEmpty();
                assertThat(second.err()).anyMatch(line -> line.startsWith("trunkline server: ") && line.contains(port));
            }
        }
    }

    @Test
    void aClientAccountsForEveryTick() throws Exception {
        try (Program server = server("--set", "SIM.speed=max", "--set", "SIM.start=subscribe")) {
            String address = address(server);
            try (Program client = Program.start("client", "--connect", address, "--subscribe", "all",
                    "--print", "ticks,states,accounts")) {
                client.awaitOut("account "); // it knows what the server knows; now let the replay begin
                try (Program subscriber = run(address, "query", "ticks", "AP010.CZCE")) {
                    assertThat(subscriber.exitCode()).as("%s", subscriber).isZero();
                }
                client.awaitOut(lines -> accountedFor(lines) >= SHIPPED_TICKS, "all ticks");
                client.awaitErr("books equal");
                client.terminate();
                client.exitCode();
                String summary = client.awaitOut("summary ");
                assertThat(figure(summary, "ticks") + figure(summary, "conflated")).as(summary)
                        .isEqualTo(SHIPPED_TICKS);
                assertThat(summary).contains("gaps=0 duplicates=0 lost=0").endsWith("books=equal");
            }
        }
    }

    /** The ticks that were printed, and those of which it was printed that they were left out. */
    private static long accountedFor(List<String> lines) {
        Pattern conflated = Pattern.compile("conflated \\S+ (\\d+) ticks left out");
        return lines.stream().filter(line -> line.startsWith("tick ")).count()
                + lines.stream().map(conflated::matcher).filter(Matcher::matches)
                .mapToLong(matcher -> Long.parseLong(matcher.group(1))).sum();
    }

    private static long figure(String summary, String name) {
        Matcher matcher = Pattern.compile(" " + name + "=(\\d+)").matcher(summary);
        assertThat(matcher.find()).as(summary).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    @Test
    void ordersAreSentSeenAndCancelled() throws Exception {
        try (Program server = server("--set", "SIM.speed=60")) {
            String address = address(server);
            try (Program first = run(address, "query", "ticks", "AP010.CZCE", "--format", "json")) {
                assertThat(first.exitCode()).as("%s", first).isZero();
            }
            try (Program filled = run(address, "order", "buy", "AP010.CZCE", "1", "@7305", "--wait")) {
                assertThat(filled.exitCode()).as("%s", filled).isZero();
                assertThat(filled.out()).first().asString().contains("traded 1 ALLTRADED");
            }
            String id;
            try (Program resting =
                    run(address, "order", "buy", "AP010.CZCE", "1", "@6477", "--reference", "苹果,\"x\"")) {
                assertThat(resting.exitCode()).as("%s", resting).isZero();
                id = resting.out().get(0);
            }
            try (Program refused = run(address, "order", "sell", "AP010.CZCE", "50", "@6900")) {
                assertThat(refused.exitCode()).as("%s", refused).isEqualTo(1);
                assertThat(refused.err()).hasSize(1).first().asString().startsWith("trunkline order: refused: ");
            }
            try (Program cancelled = run(address, "cancel", id)) {
                assertThat(cancelled.exitCode()).as("%s", cancelled).isZero();
            }
            try (Program orders = run(address, "query", "orders", "--format", "csv")) {
                assertThat(orders.out()).filteredOn(line -> line.startsWith(id + ",")).hasSize(1)
                        .first().asString().contains(",CANCELLED,", "\"苹果,\"\"x\"\"\"");
            }
            try (Program bars = run(
                    address, "query", "bars", "ru1901.SHFE", "--from", "2018-12-03", "--to", "2018-12-05",
                    "--interval", "d")) {
                assertThat(bars.out()).as("%s", bars).hasSize(4);
            }
        }
    }

    @Test
    void aClientWithoutAServerSaysSoAndTriesOn() throws Exception {
        try (Program client = Program.run("client", "--connect", "127.0.0.1:1", "--for", "4s");
                Program order = Program.run(
                        "order", "buy", "AP010.CZCE", "1", "--connect", "127.0.0.1:1", "--timeout", "500ms")) {
            assertThat(client.exitCode()).isZero();
            assertThat(client.err()).containsExactly("no server at 127.0.0.1:1; trying on");
            assertThat(order.exitCode()).isEqualTo(1);
            assertThat(order.err()).hasSize(1).first().asString().contains("no server at 127.0.0.1:1");
        }
    }

    @Test
    void theDemonstrationFindsAllBooksEqual() throws Exception {
        try (Program demo = Program.run("demo", "--for", "3s")) {
            assertThat(demo.exitCode()).as("%s", demo).isZero();
            assertThat(demo.out()).endsWith("books equal: yes");
            assertThat(demo.out()).anyMatch(line -> line.matches("orders +[1-9].* yes"))
                    .noneMatch(line -> line.endsWith(" NO"));
        }
    }
}

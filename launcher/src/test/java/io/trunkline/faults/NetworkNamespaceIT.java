package io.trunkline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trunkline.launcher.Program;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows 10, 11, 12, 13, 14 and 19 on a network whose packets are dropped and rejected by the system: a server with the
 * simulated exchange at the far end of a link, a client at the near end that trades all the while, and a client beside
 * the server, which sees the truth.
 */
@Timeout(120)
class NetworkNamespaceIT {

    private static final Duration SLACK = Duration.ofSeconds(4); // of a loaded machine
    private static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final int LOSS_SECONDS = Boolean.getBoolean("faults.full") ? 60 : 6;

    @TempDir
    private Path folder;

    private final HistoryChecker checker = HistoryChecker.ofOrdersAndTrades();
    private final OrderLedger ledger = new OrderLedger();
    private Duration heartbeat = Duration.ofMillis(200);
    private Duration timeout = Duration.ofMillis(800);
    private Namespaces network;
    private Program server;
    private ClientProcess observer;
    private ClientProcess client;

    @BeforeEach
    void makeNetwork() throws Exception {
        assumeTrue(Namespaces.arePossible(), "network namespaces with packet filters need root, ip and iptables");
        network = Namespaces.create();
    }

    @AfterEach
    void close() {
        if (client != null) client.close();
        if (observer != null) observer.close();
        if (server != null) server.close();
        if (network != null) network.close();
    }

    private void start() throws Exception {
        server = Program.java(network.far(), List.of("-jar", Program.JAR, "server", "--home",
                folder.resolve("home").toString(), "--bind", Namespaces.FAR_ADDRESS, "--insecure", "--port", "2014",
                "--set", "SIM.speed=20", "--set", "SIM.loop=true",
                "--set", "RpcService.heartbeat=" + heartbeat.toMillis() + "ms",
                "--set", "RpcService.timeout=" + timeout.toMillis() + "ms"));
        server.awaitOut("READY ");
        observer = ClientProcess.producer(spec(network.far(), "beside"), checker);
        observer.start();
        client = ClientProcess.consumer(spec(network.near(), "behind"), checker, ledger);
        client.start();
        awaitLive();
        client.trade();
        Await.until("orders", RECOVERY, () -> ledger.size() > 3);
    }

    private ClientProcess.Spec spec(List<String> starter, String name) {
        List<String> java = new ArrayList<>(starter);
        java.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xmx128m"));
        return new ClientProcess.Spec(java, Namespaces.FAR_ADDRESS + ":2014", name, "RPC", 20, heartbeat, timeout,
                folder.resolve(name + ".log"));
    }

    private Duration awaitLive() throws InterruptedException {
        return Await.until("both live: " + client.states(), RECOVERY.plus(SLACK),
                () -> client.isLive() && observer.isLive());
    }

    private Duration awaitLoss() throws InterruptedException {
        int before = client.states().size();
        return Await.until("the client gives the server up", timeout.multipliedBy(2).plusSeconds(1).plus(SLACK),
                () -> client.states().stream().skip(before).anyMatch(states -> states.contains("RPC=CONNECTING")));
    }

    private Duration awaitServerGivesUp() throws InterruptedException {
        return Await.until("the server gives the client up", timeout.multipliedBy(2).plusSeconds(1).plus(SLACK),
                () -> server.err().stream().anyMatch(line -> line.contains("client behind disconnected")));
    }

    private static void report(int row, String what, Duration time) {
        System.out.printf("fault %d: %s %.2f s in a network namespace%n", row, what, time.toNanos() / 1e9);
    }

    private void healAndCompare(int row) throws Exception {
        network.heal();
        report(row, "recovered after", awaitLive());
        int before = ledger.size();
        Await.until("it trades again", RECOVERY, () -> ledger.size() > before + 3);
        compare();
    }

    private void compare() throws InterruptedException {
        client.pause();
        Await.until("the same books", RECOVERY.plus(SLACK), () -> compareBooks().isClean());
        client.ask(ledger.open());
        Findings findings = checker.check(List.of(client.history()));
        List<Entry> orders = observer.books().stream().filter(entry -> entry.kind() == Entry.Kind.ORDER).toList();
        assertThat(orders).hasSizeGreaterThan(3);
        assertThat(findings.isClean()).as("%s", findings).isTrue();
        assertThat(ledger.open()).as("orders that are not settled").isEmpty();
        long sent = ledger.accepted();
        assertThat(orders.size()).as("orders at the exchange, and those that clients know of").isEqualTo(sent);
    }

    private Findings compareBooks() {
        Findings findings = HistoryChecker.strict().check(List.of());
        try {
            TimeUnit.MILLISECONDS.sleep(50);
            checker.compareBooks("behind", observer.books(), client.books(), findings);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return findings;
    }

    @Test
    void bothSidesGiveUpAPeerOfWhichNoPacketComes() throws Exception {
        start();
        network.incoming("-j", "DROP");
        network.outgoing("-j", "DROP");

        report(10, "client noticed after", awaitLoss());
        report(10, "server noticed, later by", awaitServerGivesUp());
        healAndCompare(10);
        assertThat(client.states()).anyMatch(states -> states.contains("RPC=STALE"));
    }

    @Test
    void noSideStaysHalfAliveIfPacketsOfOneDirectionAreDropped() throws Exception {
        start();
        network.incoming("-j", "DROP");

        report(11, "server noticed after", awaitServerGivesUp());
        report(11, "client noticed, later by", awaitLoss());
        healAndCompare(11);
    }

    @Test
    void ordersWhoseRepliesAreDroppedAreThereOnceAndSettledAfterwards() throws Exception {
        start();
        network.outgoing("-j", "DROP");

        report(12, "client noticed after", awaitLoss());
        awaitServerGivesUp();
        healAndCompare(12);
        assertThat(ledger.counts()).as("an order was in doubt").containsKey("doubt");
    }

    @ParameterizedTest
    @ValueSource(ints = 2)
    void resetConnectionsComeBack(int seconds) throws Exception {
        start();
        network.incoming("-j", "REJECT", "--reject-with", "tcp-reset");
        report(13, "client noticed after", awaitLoss());
        TimeUnit.SECONDS.sleep(seconds);
        healAndCompare(13);
    }

    @Test
    void aTwentiethOfAllPacketsLostIsNoReasonToDisconnect() throws Exception {
        heartbeat = Duration.ofSeconds(1);
        timeout = Duration.ofSeconds(5);
        start();
        String[] loss = {"-m", "statistic", "--mode", "random", "--probability", "0.05", "-j", "DROP"};
        network.incoming(loss);
        network.outgoing(loss);
        int before = ledger.size();
        TimeUnit.SECONDS.sleep(LOSS_SECONDS);
        assertThat(ledger.size()).isGreaterThan(before);

        network.heal();
        compare();
        client.askFigures();
        Await.until("figures", RECOVERY, () -> client.figure("connects") > 0);
        assertThat(client.figure("connects")).isEqualTo(1);
    }

    @Test
    void aHostThatVanishesLeavesNothingBehindAtTheServer() throws Exception {
        start();
        client.close();
        awaitServerGivesUp();
        long threads = threads();
        int descriptors = descriptors();
        server.err();
        client = ClientProcess.consumer(spec(network.near(), "second"), checker, ledger);
        client.start();
        awaitLive();
        assertThat(descriptors()).isGreaterThan(descriptors);

        network.unplug();
        Duration noticed = Await.until("the server gives the client up", timeout.multipliedBy(2).plus(SLACK),
                () -> server.err().stream().anyMatch(line -> line.contains("client second disconnected")));
        report(19, "server noticed after", noticed);
        Await.until("descriptors are released", SLACK, () -> descriptors() <= descriptors);
        Await.until("threads are released", RECOVERY, () -> threads() <= threads);
    }

    private int descriptors() {
        return new File("/proc/" + server.pid() + "/fd").list().length;
    }

    private long threads() {
        return new File("/proc/" + server.pid() + "/task").list().length;
    }
}

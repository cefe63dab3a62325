package io.trunkline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.launcher.Program;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server with the simulated exchange at the far end of a link, clients at the near end that trade all the while, and
 * a client beside the server, which sees the truth. For one thread.
 */
final class NamespaceScene implements AutoCloseable {

    static final Duration SLACK = Duration.ofSeconds(4); // of a loaded machine
    static final Duration RECOVERY = Duration.ofSeconds(10);

    private final Namespaces network;
    private final Path folder;
    private final int port;
    private final Duration heartbeat;
    private final Duration timeout;
    private final HistoryChecker checker = HistoryChecker.ofOrdersAndTrades();
    private final OrderLedger ledger = new OrderLedger();
    private final Program server;
    private final ClientProcess observer;

    NamespaceScene(Namespaces network, Path folder, int port, Duration heartbeat, Duration timeout) throws Exception {
        this.network = network;
        this.folder = folder;
        this.port = port;
        this.heartbeat = heartbeat;
        this.timeout = timeout;
        this.server = Program.java(network.far(), List.of("-jar", Program.JAR, "server", "--home",
                folder.resolve("home-" + port).toString(), "--bind", Namespaces.FAR_ADDRESS, "--insecure", "--port",
                Integer.toString(port), "--set", "SIM.speed=20", "--set", "SIM.loop=true",
                "--set", "RpcService.heartbeat=" + heartbeat.toMillis() + "ms",
                "--set", "RpcService.timeout=" + timeout.toMillis() + "ms"));
        this.observer = ClientProcess.producer(spec(network.far(), "beside"), checker);
        server.awaitOut("READY ");
        observer.start();
        Await.until("the observer is live", RECOVERY.plus(SLACK), observer::isLive);
    }

    private ClientProcess.Spec spec(List<String> starter, String name) {
        List<String> java = new ArrayList<>(starter);
        java.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xmx128m"));
        return new ClientProcess.Spec(java, Namespaces.FAR_ADDRESS + ":" + port, name, "RPC", 20, heartbeat, timeout,
                folder.resolve(name + ".log"));
    }

    /** A client at the near end that is live and trades. */
    ClientProcess client(String name) throws Exception {
        ClientProcess client = ClientProcess.consumer(spec(network.near(), name), checker, ledger);
        client.start();
        Await.until("live: " + client.states(), RECOVERY.plus(SLACK), client::isLive);
        client.trade();
        awaitOrders();
        return client;
    }

    /** Waits until some more orders were sent. */
    void awaitOrders() throws InterruptedException {
        int before = ledger.size();
        Await.until("orders", RECOVERY, () -> ledger.size() > before + 3);
    }

    private Duration longest() {
        return timeout.multipliedBy(2).plusSeconds(1).plus(SLACK);
    }

    /** Waits until a client has given the server up; the number is that of the states which it had before. */
    Duration awaitLoss(ClientProcess client, int before) throws InterruptedException {
        return Await.until(client + " gives the server up", longest(),
                () -> client.states().stream().skip(before).anyMatch(states -> states.contains("RPC=CONNECTING")));
    }

    /** Waits until the server has given a client up. */
    Duration awaitServerGivesUp(ClientProcess client) throws InterruptedException {
        return Await.until("the server gives " + client + " up", longest(), () -> server.err().stream()
                .anyMatch(line -> line.contains("client " + client + " disconnected")));
    }

    /** Waits until a client is live again and trades. */
    Duration awaitReturn(ClientProcess client) throws InterruptedException {
        Duration time = Await.until("live again", RECOVERY.plus(SLACK), client::isLive);
        awaitOrders();
        return time;
    }

    /** Ends a client's trading, and asserts that nothing was lost and every order is settled and there once. */
    void assertNothingLost(ClientProcess client) throws InterruptedException {
        client.pause();
        Await.until("the same books", RECOVERY.plus(SLACK), () -> haveSameBooks(client));
        Await.until("orders are settled: " + ledger.open(), RECOVERY.plus(SLACK), () -> areSettled(client));
        Findings findings = checker.check(List.of(client.history()));
        assertThat(findings.isClean()).as("%s", findings).isTrue();
        assertThat(observer.books().stream().filter(entry -> entry.kind() == Entry.Kind.ORDER).count())
                .as("orders at the exchange").isEqualTo(ledger.accepted());
        assertThat(ledger.counts().keySet()).as("what calls came back with").contains("accepted");
    }

    /** Asks for what is in doubt; an answer may have been on its way when the network healed. */
    private boolean areSettled(ClientProcess client) {
        try {
            client.ask(ledger.open());
            return ledger.open().isEmpty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean haveSameBooks(ClientProcess client) {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
            Findings findings = HistoryChecker.strict().check(List.of());
            checker.compareBooks(client.toString(), observer.books(), client.books(), findings);
            return findings.isClean();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int descriptors() {
        return new File("/proc/" + server.pid() + "/fd").list().length;
    }

    int threads() {
        return new File("/proc/" + server.pid() + "/task").list().length;
    }

    @Override
    public void close() {
        observer.close();
        server.close();
    }
}

package io.trunkline.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run: an exchange, a relay and clients in processes of their own, a proxy on each of the two links, and an
 * observer that is connected to the exchange itself. For one thread.
 */
final class SoakRun implements AutoCloseable {

    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(60);
    private static final int SAMPLES = 12;

    private final SoakOptions options;
    private final PrintStream out;
    private final HistoryChecker checker = HistoryChecker.ofOrdersAndTrades();
    private final OrderLedger ledger = new OrderLedger();
    private final SoakReport report = new SoakReport();
    private final List<ClientProcess> clients = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final ServerProcess exchange;
    private ServerProcess relay;
    private FaultProxy upstream;
    private FaultProxy downstream;
    private Observer observer;

    SoakRun(SoakOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.exchange = own(new ServerProcess(options, "exchange", List.of("--gateway", SoakClient.EXCHANGE, "--port",
                "0", "--set", "SIM.speed=20", "--set", "SIM.loop=true")));
    }

    private <T extends AutoCloseable> T own(T each) {
        open.add(each);
        return each;
    }

    /** Runs to the end, and answers whether all is well. */
    boolean run() throws IOException, InterruptedException {
        start();
        long begin = System.nanoTime();
        Schedule schedule = new Schedule(options.seed(), options.clients());
        sample(begin);
        long sampled = 0;
        for (long passed = 0; passed < options.duration().toNanos(); passed = System.nanoTime() - begin) {
            step(schedule.next(), passed);
            if (passed * SAMPLES / options.duration().toNanos() > sampled) {
                sampled = passed * SAMPLES / options.duration().toNanos();
                sample(begin);
            }
        }
        Findings findings = finish();
        sample(begin);
        report.print(out, findings, ledger, clients, observer);
        return findings.isClean();
    }

    private void start() throws IOException, InterruptedException {
        exchange.start();
        upstream = own(FaultProxy.start(exchange.port(), options.seed()));
        int port = freePort();
        relay = own(new ServerProcess(options, "relay", List.of("--gateway", "RPC", "--port", Integer.toString(port),
                "--set", "RPC.address=" + upstream.address(), "--set", "RPC.name=relay")));
        downstream = own(FaultProxy.start(port, options.seed() + 1));
        observer = own(Observer.connect(exchange.port(), checker));
        relay.start();
        for (int i = 0; i < options.clients(); i++) {
            String name = "client-" + i;
            ClientProcess client = own(ClientProcess.consumer(new ClientProcess.Spec(options.java(),
                    downstream.address(), name, "RPC.RPC", options.rate(), options.heartbeat(), options.timeout(),
                    options.folder().resolve(name + ".log")), checker, ledger));
            clients.add(client);
            client.start();
            client.trade();
        }
        awaitLive();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Duration awaitLive() throws InterruptedException {
        return Await.until("all clients live again", LONGEST_RECOVERY,
                () -> clients.stream().allMatch(ClientProcess::isLive));
    }

    private void sample(long begin) throws InterruptedException {
        Duration at = Duration.ofNanos(System.nanoTime() - begin);
        report.usage("exchange", at, exchange.process().usage(), observer.orders());
        report.usage("relay", at, relay.process().usage(), observer.orders());
        clients.forEach(ClientProcess::askFigures);
    }

    private void step(Schedule.Step step, long passed) throws IOException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(step.pauseMillis());
        clients.forEach(ClientProcess::askFigures);
        out.printf("%5d s %s, %d orders%n", TimeUnit.NANOSECONDS.toSeconds(passed), step.faults(), ledger.size());
        long start = System.nanoTime();
        double patiences = 0;
        for (Fault fault : step.faults()) {
            begin(fault);
            patiences = Math.max(patiences, fault.patiences());
        }
        TimeUnit.NANOSECONDS.sleep((long) (patiences * options.patience().toNanos()));
        upstream.heal();
        downstream.heal();
        long healed = System.nanoTime();
        for (Fault fault : step.faults()) end(fault);
        TimeUnit.NANOSECONDS.sleep(options.heartbeat().toNanos() * 2); // so that what broke with the end is noticed
        awaitLive();
        Duration detection = clients.stream().map(ClientProcess::lostNanos).filter(at -> at > start)
                .min(Long::compare).map(at -> Duration.ofNanos(at - start)).orElse(null);
        Duration recovery = clients.stream().map(ClientProcess::liveNanos).filter(at -> at > healed)
                .max(Long::compare).map(at -> Duration.ofNanos(at - healed)).orElse(Duration.ZERO);
        for (Fault fault : step.faults()) report.fault(fault.kind(), detection, recovery);
    }

    private void begin(Fault fault) throws IOException, InterruptedException {
        switch (fault.kind()) {
            case RELAY_KILL -> relay.process().kill();
            case RELAY_RESTART -> relay.process().terminate();
            case RELAY_FREEZE -> relay.process().signal("STOP");
            case CLIENT_KILL -> clients.get(fault.client()).kill();
            case CLIENT_FREEZE -> clients.get(fault.client()).process().signal("STOP");
            default -> LinkFault.begin(fault, fault.isUpstream() ? upstream : downstream);
        }
    }

    private void end(Fault fault) throws IOException, InterruptedException {
        switch (fault.kind()) {
            case RELAY_KILL, RELAY_RESTART -> relay.start();
            case RELAY_FREEZE -> relay.process().signal("CONT");
            case CLIENT_KILL -> {
                clients.get(fault.client()).start();
                clients.get(fault.client()).trade();
            }
            case CLIENT_FREEZE -> clients.get(fault.client()).process().signal("CONT");
            default -> { }
        }
    }

    /** Waits until everybody has seen everything, and compares. */
    private Findings finish() throws InterruptedException {
        clients.forEach(ClientProcess::pause);
        awaitLive();
        for (ClientProcess client : clients) awaitTicks(client);
        List<ClientProcess> different = new ArrayList<>();
        for (ClientProcess client : clients) {
            if (!awaitSameBooks(client)) different.add(client);
            client.ask(ledger.open());
        }
        Findings findings = checker.check(clients.stream().map(ClientProcess::history).toList());
        for (ClientProcess client : different) {
            checker.compareBooks(client.toString(), observer.books(), client.books(), findings);
        }
        ledger.check(observer.allOrders(), "RPC", findings);
        observer.check(findings);
        for (ClientProcess client : clients) client.askFigures();
        return findings;
    }

    /** Waits until ticks come to a client, whose subscription must have outlived everything. */
    private static void awaitTicks(ClientProcess client) throws InterruptedException {
        long before = client.figure("ticks");
        Await.until("ticks come to " + client, LONGEST_RECOVERY, () -> {
            client.askFigures();
            return client.figure("ticks") > before;
        });
    }

    /**
     * Waits until a client's books were the exchange's at one time: profits go on changing with every tick. Answers
     * false if they never were; the findings then say why.
     */
    private boolean awaitSameBooks(ClientProcess client) throws InterruptedException {
        try {
            Await.until("the books of " + client + " are the exchange's", LONGEST_RECOVERY, () -> isSame(client));
            return true;
        } catch (SoakFailure e) {
            out.println(e.getMessage());
            return false;
        }
    }

    private boolean isSame(ClientProcess client) {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
            Findings findings = checker.check(List.of());
            long before = findings.count(Findings.Fault.DIFFERENT);
            checker.compareBooks(client.toString(), observer.books(), client.books(), findings);
            return findings.count(Findings.Fault.DIFFERENT) == before;
        } catch (InterruptedException e) {
            throw new SoakFailure("interrupted");
        }
    }

    @Override
    public void close() {
        for (int i = open.size() - 1; i >= 0; i--) {
            try {
                open.get(i).close();
            } catch (Exception e) {
                out.println("closing failed: " + e);
            }
        }
    }
}

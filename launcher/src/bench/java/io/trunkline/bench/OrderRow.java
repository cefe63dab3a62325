package io.trunkline.bench;

import static io.trunkline.bench.Target.atLeast;
import static io.trunkline.bench.Target.atMost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders to the simulated exchange's acceptance and back, beside a bare remote call with a byte array. */
final class OrderRow implements Row {

    private static final String OWN = "trunkline";
    private static final List<String> CONTENDERS = List.of(OrderServerRole.BARE, OWN, OrderServerRole.UNIX);
    private static final int CALLERS = 8;
    private static final int WARM_UP_CALLS = 400_000; // of two cores' compilers, which take half a minute
    private static final int MOST_WARM_UPS = 40;

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public String title() {
        return "send order, round trip to acceptance: one every 7 ms, and " + CALLERS + " callers at once";
    }

    @Override
    public void measure(Run run) throws Exception {
        Map<String, PeerJvm> clients = new LinkedHashMap<>();
        List<PeerJvm> servers = new ArrayList<>();
        Path folder = Files.createTempDirectory("tb");
        try {
            for (String contender : CONTENDERS) {
                run.say(name() + ": starting " + contender);
                PeerJvm server = PeerJvm.start("order-server", List.of());
                servers.add(server);
                Message opened = server.ask(
                        new Message("open", Map.of("contender", contender, "folder", folder.toString())));
                PeerJvm client = PeerJvm.start("order-client", List.of());
                clients.put(contender, client);
                client.ask(new Message("connect",
                        Map.of("contender", contender, "address", opened.text("address"))));
                warmUp(run, client);
            }
            measure(run, clients);
        } finally {
            for (PeerJvm client : clients.values()) client.close();
            for (PeerJvm server : servers) server.close();
            Files.deleteIfExists(folder);
        }
    }

    private static void warmUp(Run run, PeerJvm client) throws IOException {
        double calls = 0;
        for (int i = 0; i < 2 || calls < WARM_UP_CALLS && i < MOST_WARM_UPS; i++) {
            calls += load(run, client) * run.seconds();
        }
    }

    private void measure(Run run, Map<String, PeerJvm> clients) throws IOException {
        Map<String, List<Double>> p50 = new LinkedHashMap<>();
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int round = 0; round < run.rounds(); round++) {
            for (int i = 0; i < CONTENDERS.size(); i++) {
                String contender = CONTENDERS.get((i + round) % CONTENDERS.size());
                PeerJvm client = clients.get(contender);
                int calls = (int) (run.seconds() * 1000 / 7);
                double half = client.ask(new Message("pace", Map.of("calls", Integer.toString(calls), "millis", "7")))
                        .number("p50") / 1e3;
                double rate = load(run, client);
                p50.computeIfAbsent(contender, key -> new ArrayList<>()).add(half);
                rates.computeIfAbsent(contender, key -> new ArrayList<>()).add(rate);
                run.say(String.format("%s: round %d of %d: %s p50 %.0f us, %,.0f requests/s", name(), round + 1,
                        run.rounds(), contender, half, rate));
            }
        }
        Results results = run.results();
        p50.forEach((contender, values) -> results.add(name(), contender, "p50", "us", values));
        rates.forEach((contender, values) -> results.add(name(), contender, "requests", "requests/s", values));
        List.of(new Comparison("order-p50", OWN, OrderServerRole.BARE, "p50", atMost(1.2)),
                new Comparison("order-rate-8", OWN, OrderServerRole.BARE, "requests", atLeast(0.8)),
                new Comparison("order-p50-unix", OrderServerRole.UNIX, OWN, "p50", atMost(1)))
                .forEach(comparison -> comparison.apply(name(), results));
    }

    private static double load(Run run, PeerJvm client) throws IOException {
        Message answer = client.ask(new Message("load", Map.of("callers", Integer.toString(CALLERS),
                "millis", Long.toString((long) (run.seconds() * 1000)))));
        return answer.number("calls") * 1e9 / answer.number("nanos");
    }
}

package io.trunkline.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A client's start on a big day. */
final class SnapshotRow implements Row {

    private static final String OWN = "trunkline";
    private static final String RAW = "raw-tcp";
    private static final String TIME = "time";
    private static final int WARM_UP = 80;

    @Override
    public String name() {
        return "snapshot";
    }

    @Override
    public String title() {
        return "from connecting to live with " + Records.EACH + " contracts and " + Records.EACH + " orders";
    }

    @Override
    public void measure(Run run) throws Exception {
        run.say(name() + ": starting");
        try (PeerJvm server = PeerJvm.start("snapshot-server", List.of());
                PeerJvm client = PeerJvm.start("snapshot-client", List.of())) {
            Message opened = server.ask(new Message("open", Map.of()));
            for (int i = 0; i < WARM_UP; i++) {
                millis(client, "own", opened);
                millis(client, "raw", opened);
            }
            measure(run, server, client, opened);
        }
    }

    private void measure(Run run, PeerJvm server, PeerJvm client, Message opened) throws IOException {
        List<Double> own = new ArrayList<>();
        List<Double> raw = new ArrayList<>();
        List<Double> held = new ArrayList<>();
        for (int round = 0; round < run.rounds() * 3; round++) {
            raw.add(millis(client, "raw", opened));
            long before = server.ask(new Message("held", Map.of())).number("nanos");
            own.add(millis(client, "own", opened));
            held.add((server.ask(new Message("held", Map.of())).number("nanos") - before) / 1e6);
        }
        Results results = run.results();
        results.add(name(), OWN, TIME, "ms", own);
        results.add(name(), RAW, TIME, "ms", raw);
        Samples event = results.add(name(), OWN, "event thread", "ms", held);
        run.say(name() + ": " + OWN + " " + new Samples(own) + " ms, " + RAW + " " + new Samples(raw) + " ms");
        new Comparison("snapshot", OWN, RAW, TIME, Target.atMost(1.5)).apply(name(), results);
        results.add(new Figure("snapshot-event-thread", "ms of the event thread's time a snapshot", event,
                Target.atMost(5)));
    }

    private static double millis(PeerJvm client, String way, Message opened) throws IOException {
        return client.ask(new Message(way, Map.of("address", opened.text(way)))).number("nanos") / 1e6;
    }
}

package io.trunkline.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A hundred million events to four clients: what stays in the heaps, and what each event leaves behind. */
final class LongRow implements Row {

    private static final String OWN = "trunkline-whole";
    private static final long EVENTS = 100_000_000;
    private static final int PARTS = 10;

    @Override
    public String name() {
        return "long";
    }

    @Override
    public String title() {
        return "100 million events to 4 clients, from event engine to event engine";
    }

    @Override
    public void measure(Run run) throws Exception {
        Setup setup = Setup.of(Workloads.ONE, 4, 4);
        try (Line line = new Line(new Entrant(OWN, OWN, setup))) {
            run.say(name() + ": starting");
            line.push(500);
            long size = line.push(1).delivered() / 4;
            List<Double> server = new ArrayList<>();
            List<Double> clients = new ArrayList<>();
            List<Double> garbage = new ArrayList<>();
            for (int part = 0; part < PARTS; part++) {
                Line.Push push = line.push(EVENTS / PARTS / size);
                server.add(line.ask("measure").number("heap") / 1e6);
                clients.add(heapOfClients(line));
                garbage.add((double) push.publisherAllocated() / (push.delivered() / 4.0));
                run.say(String.format("%s: %d%%: %,.0f events/s in all, heap of the server %.1f MB, of a client %.1f MB",
                        name(), (part + 1) * 100 / PARTS, push.rate(), server.get(part), clients.get(part)));
            }
            Results results = run.results();
            Samples heap = results.add(name(), OWN, "server heap", "MB", server);
            Samples clientHeap = results.add(name(), OWN, "client heap", "MB", clients);
            results.add(name(), OWN, PushRow.GARBAGE, "bytes", garbage);
            results.add(growth("long-heap-server", heap));
            results.add(growth("long-heap-client", clientHeap));
        }
    }

    private static Figure growth(String name, Samples heap) {
        List<Double> values = heap.values();
        return new Figure(name, "heap at the end over that after a tenth",
                new Samples(List.of(values.get(values.size() - 1) / values.get(0))), Target.atMost(1.1));
    }

    private static double heapOfClients(Line line) throws IOException {
        double highest = 0;
        for (PeerJvm client : line.subscribers()) {
            highest = Math.max(highest, client.ask(Message.of("measure")).number("heap") / 1e6);
        }
        return highest;
    }
}

package io.trunkline.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What publishing costs the server's event thread while nobody listens, somebody does, and somebody is frozen. */
final class PublishRow implements Row {

    private static final String NONE = "no client";
    private static final String ONE = "1 client";
    private static final String FROZEN = "a frozen client";
    private static final String CPU = "event thread cpu per event";
    private static final int WARM_UP = 3;

    @Override
    public String name() {
        return "publish";
    }

    @Override
    public String title() {
        return "event thread's time an event at saturation";
    }

    @Override
    public void measure(Run run) throws Exception {
        Map<String, Line> lines = new LinkedHashMap<>();
        try {
            lines.put(NONE, start(0));
            lines.put(ONE, start(1));
            lines.put(FROZEN, start(1));
            for (Line line : lines.values()) for (int i = 0; i < WARM_UP; i++) flood(line);
            signal(lines.get(FROZEN), "STOP");
            measure(run, lines);
            signal(lines.get(FROZEN), "CONT");
        } finally {
            for (Line line : lines.values()) line.close();
        }
    }

    private static Line start(int clients) throws IOException {
        Setup setup = Setup.of(Workloads.ONE, clients, clients).withOption("RpcService.timeout", "5m");
        return new Line(new Entrant("publish", "trunkline-whole", setup));
    }

    private static void signal(Line line, String name) throws IOException, InterruptedException {
        for (PeerJvm subscriber : line.subscribers()) {
            new ProcessBuilder("kill", "-" + name, Long.toString(subscriber.pid())).inheritIO().start().waitFor();
        }
    }

    private void measure(Run run, Map<String, Line> lines) throws IOException {
        Map<String, List<Double>> nanos = new LinkedHashMap<>();
        List<String> labels = List.copyOf(lines.keySet());
        for (int round = 0; round < run.rounds(); round++) {
            for (int i = 0; i < labels.size(); i++) {
                String label = labels.get((i + round) % labels.size());
                double each = flood(lines.get(label));
                nanos.computeIfAbsent(label, key -> new ArrayList<>()).add(each);
                run.say(String.format("%s: round %d of %d: %s %.0f ns", name(), round + 1, run.rounds(), label, each));
            }
        }
        nanos.forEach((label, values) -> run.results().add(name(), label, CPU, "ns", values));
        new Comparison("publish-1-client", ONE, NONE, CPU, Target.atMost(1.25)).apply(name(), run.results());
        new Comparison("publish-frozen", FROZEN, NONE, CPU, Target.atMost(1.25)).apply(name(), run.results());
    }

    /** Publishes without waiting for clients; answers the event thread's nanoseconds an event. */
    private static double flood(Line line) throws IOException {
        Message answer = line.publisher().ask(new Message("flood", Map.of("rounds", "400")));
        return (double) answer.number("nanos") / answer.number("events");
    }
}

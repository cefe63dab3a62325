package io.trunkline.bench;

import io.trunkline.bench.Line.Push;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ticks pushed as fast as they are taken.
 *
 * @param name the row's name
 * @param title what it is
 * @param entrants who, each with its workload and clients
 * @param comparisons what is compared
 */
record PushRow(String name, String title, List<Entrant> entrants, List<Comparison> comparisons) implements Row {

    static final String RATE = "rate";
    static final String CPU = "server cpu per event";
    static final String CLIENT_CPU = "client cpu per event";
    static final String HEAP = "server heap in use";
    static final String GARBAGE = "server garbage per event";

    PushRow {
        entrants = List.copyOf(entrants);
        comparisons = List.copyOf(comparisons);
    }

    @Override
    public void measure(Run run) throws Exception {
        try (Lines lines = Lines.start(run, name, entrants)) {
            measure(run, lines.all());
        }
    }

    private void measure(Run run, List<Line> lines) throws IOException {
        Map<Line, Long> rounds = new LinkedHashMap<>();
        for (Line line : lines) rounds.put(line, warmUp(run, line));
        Map<Line, List<Push>> pushes = new LinkedHashMap<>();
        lines.forEach(line -> pushes.put(line, new ArrayList<>()));
        for (int round = 0; round < run.rounds(); round++) {
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get((i + round) % lines.size());
                Push push = line.push(rounds.get(line));
                pushes.get(line).add(push);
                run.say(String.format("%s: round %d of %d: %s %,.0f events/s, CPU an event %,.0f ns + %,.0f ns", name,
                        round + 1, run.rounds(), line.label(), push.rate(), push.cpuPerDelivered(),
                        push.clientCpuPerDelivered()));
            }
        }
        pushes.forEach((line, list) -> record(run.results(), line.label(), list));
        for (Line line : lines) {
            run.results().add(name, line.label(), HEAP, "MB", List.of(line.ask("measure").number("heap") / 1e6));
        }
        comparisons.forEach(comparison -> comparison.apply(name, run.results()));
    }

    /** Works until warm; answers how many rounds of the workload one measurement is. */
    private static long warmUp(Run run, Line line) throws IOException {
        long rounds = 1;
        double nanosPerRound;
        long total = 0;
        do {
            Push push = line.push(rounds);
            total += push.nanos();
            nanosPerRound = (double) push.nanos() / rounds;
            rounds = Math.max(1, Math.round(run.seconds() * 1e9 / nanosPerRound / 3));
        } while (total < run.warmUpSeconds() * 1e9);
        return Math.max(1, Math.round(run.seconds() * 1e9 / nanosPerRound));
    }

    private void record(Results results, String label, List<Push> pushes) {
        results.add(name, label, RATE, "events/s", pushes.stream().map(Push::rate).toList());
        results.add(name, label, CPU, "ns", pushes.stream().map(Push::cpuPerDelivered).toList());
        results.add(name, label, CLIENT_CPU, "ns", pushes.stream().map(Push::clientCpuPerDelivered).toList());
        results.add(name, label, GARBAGE, "bytes", pushes.stream()
                .map(push -> (double) push.publisherAllocated() / push.delivered()).toList());
    }
}

package io.trunkline.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One-way latencies at a pace.
 *
 * @param name the row's name
 * @param title what it is
 * @param rate bursts a second
 * @param burst events at once
 * @param entrants who, each with its workload and clients
 * @param baseline the contender that the others are compared with
 */
record PaceRow(String name, String title, int rate, int burst, List<Entrant> entrants, String baseline)
        implements Row {

    PaceRow {
        entrants = List.copyOf(entrants);
    }

    @Override
    public void measure(Run run) throws Exception {
        try (Lines lines = Lines.start(run, name, entrants)) {
            measure(run, lines.all());
        }
    }

    private void measure(Run run, List<Line> lines) throws IOException {
        for (Line line : lines) {
            line.push(100); // compiles the code
            line.pace(rate, burst, 1);
            line.check();
        }
        Map<String, List<Double>> p50 = new LinkedHashMap<>();
        Map<String, List<Double>> p99 = new LinkedHashMap<>();
        long events = Math.max(1, (long) (run.seconds() * 2 * rate * burst));
        for (int round = 0; round < run.rounds(); round++) {
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get((i + round) % lines.size());
                line.pace(rate, burst, events);
                List<Message> answers = line.check();
                double half = worst(answers, "p50");
                double most = worst(answers, "p99");
                p50.computeIfAbsent(line.label(), key -> new ArrayList<>()).add(half);
                p99.computeIfAbsent(line.label(), key -> new ArrayList<>()).add(most);
                run.say(String.format("%s: round %d of %d: %s p50 %.0f us, p99 %.0f us", name, round + 1, run.rounds(),
                        line.label(), half, most));
            }
        }
        p50.forEach((label, values) -> run.results().add(name, label, "p50", "us", values));
        p99.forEach((label, values) -> run.results().add(name, label, "p99", "us", values));
        for (Line line : lines) if (!line.label().equals(baseline)) compare(run.results(), line.label());
    }

    private void compare(Results results, String label) {
        if (burst == 1) {
            new Comparison(name + "-p50-" + label, label, baseline, "p50", Target.atMost(1.2))
                    .apply(name, results);
        }
        Samples own = results.find(name, label, "p99").orElseThrow();
        double bound = results.find(name, baseline, "p99").orElseThrow().max();
        results.add(new Figure(name + "-p99-" + label,
                label + " p99 / the highest p99 of " + baseline + ", " + name, own.over(bound),
                Target.atMost(1.5)));
    }

    /** In microseconds, of the subscriber that is worst off. */
    private static double worst(List<Message> answers, String key) {
        return answers.stream().mapToLong(answer -> answer.number(key)).max().orElseThrow() / 1e3;
    }
}

package io.trunkline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was measured so far. For one thread. */
final class Results {

    private final List<Measurement> measurements = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Samples add(String row, String contender, String metric, String unit, List<Double> values) {
        Samples samples = new Samples(values);
        measurements.add(new Measurement(row, contender, metric, unit, samples));
        return samples;
    }

    void add(Figure figure) {
        figures.add(figure);
    }

    /** Notes what was left out, and why. */
    void note(String text) {
        notes.add(text);
    }

    Optional<Samples> find(String row, String contender, String metric) {
        return measurements.stream()
                .filter(each -> each.row().equals(row) && each.contender().equals(contender)
                        && each.metric().equals(metric))
                .map(Measurement::samples).findFirst();
    }

    List<Measurement> measurements() {
        return List.copyOf(measurements);
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}

package io.trunkline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One figure, measured in every round.
 *
 * @param values one a round, in the order of the rounds
 */
record Samples(List<Double> values) {

    Samples {
        values = List.copyOf(values);
        if (values.isEmpty()) throw new IllegalArgumentException("no samples");
    }

    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double min() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    double max() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** This over another, round by round. */
    Samples over(Samples other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
            ratios.add(values.get(i) / other.values.get(i));
        }
        return new Samples(ratios);
    }

    /** This over one number. */
    Samples over(double number) {
        return new Samples(values.stream().map(value -> value / number).toList());
    }

    /** A number with three or four digits that count. */
    static String text(double value) {
        double size = Math.abs(value);
        if (size >= 1000) return String.format(Locale.ROOT, "%,.0f", value);
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }

    /** Median [min-max]. */
    @Override
    public String toString() {
        return text(median()) + " [" + text(min()) + " - " + text(max()) + "]";
    }
}

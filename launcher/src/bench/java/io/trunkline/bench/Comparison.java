package io.trunkline.bench;

/**
 * One contender's metric over another's.
 *
 * @param name the figure's name
 * @param of whose metric
 * @param over over whose
 * @param metric which metric
 * @param target what it should reach
 */
record Comparison(String name, String of, String over, String metric, Target target) {

    /** Adds the figure, if both were measured. */
    void apply(String row, Results results) {
        results.find(row, of, metric).ifPresent(own -> results.find(row, over, metric).ifPresent(other -> results.add(
                new Figure(name, of + " / " + over + ", " + metric + ", " + row, own.over(other), target))));
    }
}

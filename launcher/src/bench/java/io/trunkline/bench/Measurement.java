package io.trunkline.bench;

/**
 * What one contender did in one row.
 *
 * @param row name of the row
 * @param contender who
 * @param metric what was measured
 * @param unit in which unit
 * @param samples one value a round
 */
record Measurement(String row, String contender, String metric, String unit, Samples samples) {}

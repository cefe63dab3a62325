package io.trunkline.bench;

/**
 * A figure that has a target.
 *
 * @param name its name, without blanks
 * @param what what it is, for a person
 * @param value what was measured
 * @param target what it should reach
 */
record Figure(String name, String what, Samples value, Target target) {

    boolean isMet() {
        return target.isMetBy(value.median());
    }

    /** The line of the quick run. */
    String line() {
        return "figure " + name + " " + Samples.text(value.median()) + " " + target;
    }
}

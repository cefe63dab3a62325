package io.trunkline.engine.model;

/** The span of a bar. */
public enum Interval {
    MINUTE("1m"), HOUR("1h"), DAILY("d"), WEEKLY("w"), TICK("tick");

    private final String text;

    Interval(String text) {
        this.text = text;
    }

    /** The short form, such as {@code 1m}. */
    public String text() {
        return text;
    }

    /**
     * The interval of a short form or a name in any case.
     *
     * @throws IllegalArgumentException if there is none; the message lists the short forms
     */
    public static Interval parse(String text) {
        for (Interval interval : values()) {
            if (interval.text.equals(text) || interval.name().equalsIgnoreCase(text)) return interval;
        }
        throw new IllegalArgumentException("unknown interval: " + text + " (known: 1m, 1h, d, w, tick)");
    }
}

package io.trunkline.engine.model;

/** The weight of a {@link LogEntry}; the numbers are those of the model's settings files. */
public enum LogLevel {
    DEBUG(10), INFO(20), WARNING(30), ERROR(40), CRITICAL(50);

    private final int number;

    LogLevel(int number) {
        this.number = number;
    }

    /** 10 for DEBUG up to 50 for CRITICAL. */
    public int number() {
        return number;
    }
}

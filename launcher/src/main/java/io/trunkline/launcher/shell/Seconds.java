package io.trunkline.launcher.shell;

import java.time.Duration;

/** Reads spans of time that scripts give as seconds. */
final class Seconds {

    private static final double MOST = 1e9;

    private Seconds() {}

    static Duration of(double seconds) {
        if (!(seconds >= 0)) throw new ScriptException(seconds + " is no span of time; give seconds, such as 0.5");
        return Duration.ofMillis(Math.round(Math.min(seconds, MOST) * 1_000));
    }
}

package io.trunkline.launcher.config;

import java.util.Optional;

/**
 * A value that was given.
 *
 * @param text the value as it was written
 * @param level how near to the command line it was given
 * @param source where: an option's name, a variable's, or {@code FILE:LINE}
 */
public record Given(String text, Level level, String source) {

    /** A value from the command line. */
    public static Given flag(String text, String option) {
        return new Given(text, Level.FLAG, option);
    }

    /** The one at the nearer level; the first where both are at the same. */
    public static Optional<Given> nearer(Optional<Given> first, Optional<Given> second) {
        if (first.isEmpty()) return second;
        boolean isSecond = second.isPresent() && second.get().level().compareTo(first.get().level()) < 0;
        return isSecond ? second : first;
    }

    /** What a message about the value begins with, so that it can be found; empty for what was typed. */
    public String prefix() {
        return level == Level.FLAG ? "" : source + ": ";
    }
}

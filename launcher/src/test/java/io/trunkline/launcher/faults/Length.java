package io.trunkline.launcher.faults;

import java.time.Duration;

/** Whether faults last as long as they would in earnest, as under the profile {@code faults}, or are cut short. */
final class Length {

    static final boolean FULL = Boolean.getBoolean("faults.full");

    private Length() {}

    static Duration of(Duration brief, Duration full) {
        return FULL ? full : brief;
    }

    static int of(int brief, int full) {
        return FULL ? full : brief;
    }
}

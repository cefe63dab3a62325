package io.trunkline.launcher;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** An answer that is not asked for again until it is some time old. Not safe for several threads at once. */
final class Recent implements BooleanSupplier {

    private final BooleanSupplier source;
    private final long longestNanos;
    private long askedNanos;
    private boolean isAsked;
    private boolean answer;

    Recent(BooleanSupplier source, Duration longest) {
        this.source = source;
        this.longestNanos = longest.toNanos();
    }

    @Override
    public boolean getAsBoolean() {
        long now = System.nanoTime();
        if (!isAsked || now - askedNanos > longestNanos) {
            answer = source.getAsBoolean();
            askedNanos = now;
            isAsked = true;
        }
        return answer;
    }
}

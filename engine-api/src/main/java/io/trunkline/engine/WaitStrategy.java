package io.trunkline.engine;

import java.time.Duration;

/** What the threads of an engine and of its apps do that have nothing to do: how soon they notice, and at what cost. */
public enum WaitStrategy {

    /**
     * Sleep until woken. An idle engine costs nothing, but a thread that sleeps on an idle core is woken in 40 to 60
     * us, and who wakes it pays some microseconds for that.
     */
    PARK,

    /**
     * Look again for 2 ms, leaving the core to any thread that wants it, then sleep as with
     * {@link #PARK}. An event that comes within that time after the one before is noticed in about a microsecond; from
     * some hundred events a second on, each such thread keeps a core busy that is otherwise idle.
     */
    YIELD,

    /**
     * Look again and again without a pause, and never sleep. Every event is noticed in well below a microsecond. Each
     * such thread burns a core for as long as it lives: it needs one of its own, else all others wait for it.
     */
    SPIN;

    private static final long YIELD_NANOS = Duration.ofMillis(2).toNanos();

    /**
     * Lets a moment pass, if the thread is to look again for something to do. A thread calls this each time that it
     * found nothing.
     *
     * @param idleNanos for how long it has had nothing to do
     * @return true if it should look again now; false if it should sleep until it is woken
     */
    public boolean pause(long idleNanos) {
        return switch (this) {
            case PARK -> false;
            case YIELD -> {
                if (idleNanos < YIELD_NANOS) Thread.yield();
                yield idleNanos < YIELD_NANOS;
            }
            case SPIN -> {
                Thread.onSpinWait();
                yield true;
            }
        };
    }
}

package io.trunkline.launcher.shell;

import io.trunkline.engine.event.Registration;
import io.trunkline.engine.model.Tick;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every tick of some instruments, one after the other, for a script's own thread. It keeps 65,536 ticks that were not
 * taken; then the oldest are left out and counted. Safe from any thread.
 */
public final class TickFeed implements AutoCloseable {

    private static final int CAPACITY = 65_536;

    private final StopFlag flag;
    private final List<Registration> registrations = new ArrayList<>();
    private final ArrayDeque<Tick> ticks = new ArrayDeque<>(); // guarded by itself, as the count is
    private long missed;

    TickFeed(StopFlag flag) {
        this.flag = flag;
    }

    void closes(Registration registration) {
        registrations.add(registration);
    }

    /** For the event thread. */
    void onTick(Tick tick) {
        synchronized (ticks) {
            if (ticks.size() == CAPACITY) {
                ticks.removeFirst();
                missed++;
            }
            ticks.add(tick);
        }
        flag.wake();
    }

    /** The next tick; empty if none comes within so many seconds, or the script is stopped meanwhile or was before. */
    public Optional<Tick> next(double seconds) {
        Duration time = Seconds.of(seconds);
        return flag.isStopped() ? Optional.empty() : flag.awaitUnlessStopped(time, this::poll);
    }

    private Optional<Tick> poll() {
        synchronized (ticks) {
            return Optional.ofNullable(ticks.poll());
        }
    }

    /** How many ticks were left out, as they were not taken in time. */
    public long missed() {
        synchronized (ticks) {
            return missed;
        }
    }

    /** Ends it; ticks that came before can still be taken. */
    @Override
    public void close() {
        registrations.forEach(Registration::close);
    }
}

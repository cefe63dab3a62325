package io.trunkline.engine.event;

import io.trunkline.engine.model.Event;
import java.time.Duration;

/** Where a gateway puts what happens. Events of one thread are handled in the order in which it published them. */
public interface EventSink {

    /**
     * Queues an event. Never blocks. While too many are queued, a tick replaces the queued tick of its gateway and
     * instrument and is counted; nothing else is ever left out. After the engine closed, events are dropped silently.
     */
    void publish(Event event);

    /**
     * Begins a batch of the calling thread: until it is closed, what this thread publishes is queued as always, but
     * does not wake an event thread that sleeps. Closing does, and so does whatever another thread publishes meanwhile,
     * and the timer. For who publishes several events at once, or has something more urgent to finish first; not to be
     * kept open over anything that takes long.
     */
    default Batch batch() {
        return () -> { };
    }

    /**
     * Waits, on the caller's thread, until the queue is well below the mark at which ticks conflate. For sources that
     * can wait, such as a replay. Returns at once after the engine closed.
     *
     * @throws InterruptedException if the thread is interrupted while waiting
     */
    void awaitRoom() throws InterruptedException;

    /** How far handlers are behind: for how long the oldest unhandled event has been queued; zero if none is. */
    Duration lag();
}

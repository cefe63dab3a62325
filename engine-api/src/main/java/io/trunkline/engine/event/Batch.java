package io.trunkline.engine.event;

/** Some events that one thread publishes one after the other, for which the event thread need be woken only once. */
@FunctionalInterface
public interface Batch extends AutoCloseable {

    /** Ends the batch: the event thread takes what it left queued. By the thread that began it; also twice. */
    @Override
    void close();
}

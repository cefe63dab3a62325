package io.trunkline.engine.event;

/** A handler's place in an event engine. */
@FunctionalInterface
public interface Registration extends AutoCloseable {

    /** Removes the handler; it gets no event that is dispatched later. Safe from any thread, also twice. */
    @Override
    void close();
}

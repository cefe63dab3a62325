package io.trunkline.bench;

import io.trunkline.engine.model.Tick;
import java.io.Closeable;
import java.util.List;
import java.util.function.Consumer;

/**
 * One way of pushing ticks from a process to others; the benchmark measures several side by side. Found by
 * {@link java.util.ServiceLoader}; its constructor does nothing.
 */
interface Transport {

    /** Its name in tables, such as {@code raw-tcp}. */
    String name();

    /** One line for a person. */
    String description();

    /** Arguments that the JVMs of both sides need. */
    default List<String> jvmArguments() {
        return List.of();
    }

    /** Starts the publishing side, in the publisher's JVM. */
    Publisher publish(PublishSpec spec) throws Exception;

    /**
     * Starts a subscribing side, in a subscriber's JVM. It receives every tick that is published once
     * {@link Publisher#awaitSubscribers} returned.
     *
     * @param handler called for each tick, in order, on one thread
     */
    Closeable subscribe(SubscribeSpec spec, Consumer<Tick> handler) throws Exception;
}

package io.trunkline.engine.plugin;

import java.util.List;

/** A gateway or an app. */
public interface Plugin extends AutoCloseable {

    /** The name under which the engine knows it. */
    String name();

    /** Tables that show what it is doing; empty if there are none. */
    default List<Monitor> monitors() {
        return List.of();
    }

    /** What a user can make it do; empty if there is nothing. */
    default List<Action> actions() {
        return List.of();
    }

    /** Ends what it started, within a bounded time. Idempotent; safe from any thread. */
    @Override
    void close();
}

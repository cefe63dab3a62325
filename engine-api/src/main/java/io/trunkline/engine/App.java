package io.trunkline.engine;

import io.trunkline.engine.plugin.Plugin;
import io.trunkline.engine.plugin.Settings;

/**
 * A plug-in that works on an engine, such as a service or a strategy host. It can be started and stopped any number of
 * times.
 */
public interface App extends Plugin {

    /**
     * Starts it. Returns when it is working.
     *
     * @throws io.trunkline.engine.plugin.SettingException if a setting cannot be used
     * @throws IllegalStateException if it is running already, or cannot start for the reason in the message; nothing of
     *     it is left behind then
     */
    void start(Settings settings);

    /** Stops it, within a bounded time. Does nothing if it is not running. */
    void stop();

    /** Whether it is started. */
    boolean isRunning();

    /** What it is doing, in a few words, such as the address it listens on; empty if it is stopped. */
    String status();
}

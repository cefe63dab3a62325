package io.trunkline.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/**
 * How an engine is made. Immutable; start from {@link #DEFAULTS}.
 *
 * @param home the folder for files; empty (the default) means that nothing is ever written
 * @param clock for stamps; the system's by default
 * @param plugins where gateways, apps and engines are looked for; empty for the thread's context class loader
 * @param timerInterval time between timer events; 1 s by default
 * @param unsubscribeDelay how long a subscription outlives the last interest in it; 30 s by default
 * @param closeTimeout how long closing waits for queued events to be handled; 5 s by default
 * @param waitStrategy what the engine's event thread, and threads of apps that push events, do while there is nothing
 *     to do; {@link WaitStrategy#PARK} by default
 * @param journal how client keys are remembered beyond the engine's end; not at all by default. Needs a home.
 * @param management the name under which the engine, its gateways and apps are seen by JMX; not at all by default
 */
public record EngineOptions(
        Optional<Path> home, InstantSource clock, Optional<ClassLoader> plugins, Duration timerInterval,
        Duration unsubscribeDelay, Duration closeTimeout, WaitStrategy waitStrategy,
        Optional<JournalOptions> journal, Optional<String> management) {

    private static final int LONGEST_NAME = 64;

    /** No home and no journal, no JMX, the system's clock and class loader, the usual times, and threads that sleep. */
    public static final EngineOptions DEFAULTS = new EngineOptions(
            Optional.empty(), InstantSource.system(), Optional.empty(), Duration.ofSeconds(1), Duration.ofSeconds(30),
            Duration.ofSeconds(5), WaitStrategy.PARK, Optional.empty(), Optional.empty());

    /** Checks that nothing is null and no time is negative. */
    public EngineOptions {
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(plugins, "plugins");
        Objects.requireNonNull(waitStrategy, "waitStrategy");
        Objects.requireNonNull(journal, "journal");
        management.ifPresent(EngineOptions::checkName);
        if (journal.isPresent() && home.isEmpty()) throw new IllegalArgumentException("a journal needs a home");
        if (timerInterval.isNegative() || timerInterval.isZero()) {
            throw new IllegalArgumentException("timerInterval must be above zero: " + timerInterval);
        }
        if (unsubscribeDelay.isNegative()) {
            throw new IllegalArgumentException("unsubscribeDelay is negative: " + unsubscribeDelay);
        }
        if (closeTimeout.isNegative()) throw new IllegalArgumentException("closeTimeout is negative: " + closeTimeout);
    }

    private static void checkName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME || !name.chars().allMatch(EngineOptions::isPlain)) {
            throw new IllegalArgumentException("a name for JMX has 1 to " + LONGEST_NAME
                    + " letters, digits, dots, dashes and underscores: " + name);
        }
    }

    private static boolean isPlain(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
    }

    /** The same with a folder for files. */
    public EngineOptions withHome(Path path) {
        return new EngineOptions(
                Optional.of(path), clock, plugins, timerInterval, unsubscribeDelay, closeTimeout, waitStrategy,
                journal, management);
    }

    /** The same with another clock. */
    public EngineOptions withClock(InstantSource source) {
        return new EngineOptions(
                home, source, plugins, timerInterval, unsubscribeDelay, closeTimeout, waitStrategy, journal,
                management);
    }

    /** The same with another place to look for plug-ins. */
    public EngineOptions withPlugins(ClassLoader loader) {
        return new EngineOptions(
                home, clock, Optional.of(loader), timerInterval, unsubscribeDelay, closeTimeout, waitStrategy, journal,
                management);
    }

    /** The same with another time between timer events. */
    public EngineOptions withTimerInterval(Duration interval) {
        return new EngineOptions(home, clock, plugins, interval, unsubscribeDelay, closeTimeout, waitStrategy, journal,
                management);
    }

    /** The same with another time for which a subscription outlives the last interest in it. */
    public EngineOptions withUnsubscribeDelay(Duration delay) {
        return new EngineOptions(
                home, clock, plugins, timerInterval, delay, closeTimeout, waitStrategy, journal,
                management);
    }

    /** The same with another bound for closing. */
    public EngineOptions withCloseTimeout(Duration timeout) {
        return new EngineOptions(
                home, clock, plugins, timerInterval, unsubscribeDelay, timeout, waitStrategy, journal,
                management);
    }

    /** The same with another way for threads to wait. */
    public EngineOptions withWaitStrategy(WaitStrategy strategy) {
        return new EngineOptions(
                home, clock, plugins, timerInterval, unsubscribeDelay, closeTimeout, strategy, journal,
                management);
    }

    /** The same with client keys remembered beyond the engine's end. */
    public EngineOptions withJournal(JournalOptions options) {
        return new EngineOptions(home, clock, plugins, timerInterval, unsubscribeDelay, closeTimeout, waitStrategy,
                Optional.of(options), management);
    }

    /**
     * The same, but JMX shows the engine, its gateways and apps: on the JVM's own MBean server, as
     * {@code io.trunkline:type=gateway,engine=NAME,name=RPC}. An engine whose name is taken gets a number after it.
     */
    public EngineOptions withManagement(String name) {
        return new EngineOptions(home, clock, plugins, timerInterval, unsubscribeDelay, closeTimeout, waitStrategy,
                journal, Optional.of(name));
    }
}

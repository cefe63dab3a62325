package io.trunkline.launcher;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.LoggerFactory;

/**
 * Ends a command that runs until it is told to stop: by SIGINT or SIGTERM, by the
 * user, or because it cannot go on. After a signal
 * the JVM lives on until {@link #close()}, for a bounded time, so that the command can close what it opened.
 *
 * <p>Safe from any thread.
 */
final class StopSignal implements AutoCloseable {

    private static final Duration LONGEST_END = Duration.ofSeconds(20);

    private final CompletableFuture<Cause> cause = new CompletableFuture<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onSignal, "stop-signal");

    private record Cause(boolean isSignal, Optional<String> failure) {}

    private StopSignal() {}

    /** Begins to listen to signals. */
    static StopSignal install() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    private void onSignal() {
        cause.complete(new Cause(true, Optional.empty()));
        try {
            if (!ended.await(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                LoggerFactory.getLogger(StopSignal.class).warn("not closed within {} s", LONGEST_END.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the command, which failed for the reason given. */
    void fail(String reason) {
        cause.complete(new Cause(false, Optional.of(reason)));
    }

    /** Stops the command, whose work is done. */
    void end() {
        cause.complete(new Cause(false, Optional.empty()));
    }

    boolean isStopped() {
        return cause.isDone();
    }

    /** Waits until the command is to stop, or the time is over. Returns whether it is to stop. */
    boolean await(Duration timeout) throws InterruptedException {
        try {
            cause.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until the command is to stop. */
    void await() throws InterruptedException {
        while (!await(Duration.ofDays(1))) {
            // a day has passed; the next begins
        }
    }

    /**
     * The exit code that fits the cause; 0 if the command was not stopped.
     *
     * @throws CommandException if it failed
     */
    int exitCode() {
        Cause why = cause.getNow(new Cause(false, Optional.empty()));
        why.failure().ifPresent(reason -> {
            throw CommandException.failed(reason);
        });
        return why.isSignal() ? CommandException.INTERRUPTED : 0;
    }

    /** Says that the command has closed everything. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the JVM is ending already, which is what the hook was for
        }
    }
}

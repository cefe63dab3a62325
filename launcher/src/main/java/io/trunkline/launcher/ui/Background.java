package io.trunkline.launcher.ui;

import java.awt.EventQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Does what may block on threads of its own, and hands what came of it to the event dispatch thread. Safe from any
 * thread.
 */
final class Background implements AutoCloseable {

    private static final int MOST_THREADS = 16;
    private static final long IDLE_SECONDS = 10;

    private final AtomicInteger threads = new AtomicInteger();
    private final ExecutorService executor = new ThreadPoolExecutor(
            0, MOST_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "window-request-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Does some work elsewhere, then shows what it gave or what it threw on the event dispatch thread. Work that finds
     * all threads busy fails with a message that says so. After {@link #close} nothing is done or shown.
     */
    <T> void run(Callable<T> work, Consumer<T> show, Consumer<Exception> fail) {
        try {
            executor.execute(() -> {
                try {
                    T result = work.call();
                    later(() -> show.accept(result));
                } catch (Exception e) {
                    later(() -> fail.accept(e));
                } catch (Throwable e) { // else who waits for an answer would wait for ever
                    later(() -> fail.accept(new IllegalStateException(e.toString(), e)));
                }
            });
        } catch (RejectedExecutionException e) {
            later(() -> fail.accept(new IllegalStateException("too many requests are under way", e)));
        }
    }

    private void later(Runnable shown) {
        EventQueue.invokeLater(() -> {
            if (!executor.isShutdown()) shown.run();
        });
    }

    /** Interrupts what is under way and does not wait for it. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}

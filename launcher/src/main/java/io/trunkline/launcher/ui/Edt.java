package io.trunkline.launcher.ui;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Does things on the event dispatch thread for other threads, which wait. */
final class Edt {

    private Edt() {}

    /** What a supplier gives there. What it throws is thrown here; an interrupt ends the wait as a failure. */
    static <T> T call(Supplier<T> work) {
        if (EventQueue.isDispatchThread()) return work.get();
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            EventQueue.invokeAndWait(() -> result.complete(work.get()));
            return result.getNow(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the window was at work", e);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Does something there. */
    static void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }
}

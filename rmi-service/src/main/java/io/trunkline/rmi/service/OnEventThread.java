package io.trunkline.rmi.service;

import io.trunkline.engine.event.EventEngine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Runs something on the event thread and waits for it. */
final class OnEventThread {

    private static final int MAX_WAIT_SECONDS = 30;

    private OnEventThread() {}

    static <T> T call(EventEngine events, Supplier<T> work) {
        if (events.isEventThread()) return work.get();
        CompletableFuture<T> result = new CompletableFuture<>();
        events.execute(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.orTimeout(MAX_WAIT_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new IllegalStateException("the engine's event thread did not answer within "
                        + MAX_WAIT_SECONDS + " s", e);
            }
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }
}

package io.trunkline.bench;

import java.io.Closeable;

/** The client's side of requests that are answered. Safe from any thread. */
interface Caller extends Closeable {

    /** Makes a request, waits until it is accepted and answers what {@link #undo} needs. */
    Object call() throws Exception;

    /** Takes a request back, so that nothing piles up. */
    void undo(Object call) throws Exception;
}

package io.trunkline.engine;

/** The requests of one asker. Its subscriptions are its own and end when it is closed. */
public interface RequestPort extends Requests, AutoCloseable {

    /** Who asks. */
    Origin origin();

    /** Ends all of this asker's subscriptions. Later requests are refused. Idempotent. */
    @Override
    void close();
}

package io.trunkline.bench;

import io.trunkline.engine.model.Tick;
import java.io.Closeable;

/** The publishing side of a transport. One thread publishes and flushes; the rest is called before or after that. */
interface Publisher extends Closeable {

    /** What a subscriber connects to. */
    String address();

    /** Waits until so many subscribers are there and get whatever is published from now on. */
    void awaitSubscribers(int count) throws Exception;

    /** Publishes a tick. May gather several before anything is sent, and may wait while the way is full. */
    void publish(Tick tick) throws Exception;

    /** Sends what was gathered. Called when nothing more comes for a while, and after each tick at a low rate. */
    void flush() throws Exception;

    /** Waits while its own queue is full, whether or not subscribers follow. */
    default void awaitRoom() throws InterruptedException {}

    /** Waits until its own queue is empty. */
    default void awaitHandled() throws InterruptedException {}
}

package io.trunkline.rmi.service;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets only so many requests of one client be carried out at a time. Safe from any thread. */
final class FairShare {

    private static final int AT_A_TIME = 16;
    private static final long MAX_WAIT_SECONDS = 2; // well before the client gives the answer up

    /** What a client is told that has more requests under way. */
    static final String EXCEEDED = AT_A_TIME + " requests of this client are being carried out; none ended within "
            + MAX_WAIT_SECONDS + " s";

    private final Semaphore places = new Semaphore(AT_A_TIME, true);

    /** Does the work once there is a place for it, or else, if none becomes free in time, answers the refusal. */
    <T> T run(Supplier<T> work, Supplier<T> refusal) throws InterruptedException {
        if (!places.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) return refusal.get();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}

package io.trunkline.engine.core;

import io.trunkline.engine.model.Outcome;
import java.util.UUID;

/** Where what is known of client keys is kept beyond the engine's end. Thread-safe. */
interface KeyStore extends AutoCloseable {

    /** Keeps nothing. */
    KeyStore NONE = new KeyStore() {
        @Override
        public boolean isLasting() {
            return false;
        }

        @Override
        public UUID identity() {
            return UUID.randomUUID();
        }

        @Override
        public void intent(Sender sender, long fingerprint, String path) { }

        @Override
        public void outcome(String key, long fingerprint, Outcome outcome) { }

        @Override
        public void close() { }
    };

    /** Whether it knows the keys of earlier engines. */
    boolean isLasting();

    /** Who the engine that uses it is; the same for the next engine that does. */
    UUID identity();

    /**
     * A gateway is about to be asked to send the order or quote of a key, which it keeps with whose that is.
     *
     * @throws java.io.UncheckedIOException if that cannot be kept
     */
    void intent(Sender sender, long fingerprint, String path);

    /** What became of a key. Logs what it cannot keep: the order is on its way already. */
    void outcome(String key, long fingerprint, Outcome outcome);

    @Override
    void close();
}

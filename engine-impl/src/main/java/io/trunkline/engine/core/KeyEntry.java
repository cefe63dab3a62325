package io.trunkline.engine.core;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Outcome;

/** What is known of a client key. Guarded by the {@link KeyMemory} that it is in; a doubt while it is in its doubts. */
final class KeyEntry {

    final String key;
    final long fingerprint;
    String path = ""; // of the gateway that was asked; empty before that
    Sender sender; // null as long as the path is empty
    Outcome outcome; // null while it is being sent
    boolean isSettling; // the end of its doubt is being kept

    KeyEntry(String key, long fingerprint) {
        this.key = key;
        this.fingerprint = fingerprint;
    }

    Outcome now() {
        return outcome != null ? outcome : new Outcome.InDoubt(key, "it is being sent, and there is no answer yet");
    }

    /** Whether what a gateway reports under an id may be what was sent: there, and under that id if it is known. */
    boolean mayBe(Id id) {
        return path.equals(id.gateway())
                && (!(outcome instanceof Outcome.Accepted accepted) || accepted.id().equals(id));
    }

    /** Whether it went to a gateway of this engine: behind another engine's, that one says who sent what. */
    boolean isOurs() {
        return sender != null && sender.instrument() != null && path.indexOf('.') < 0;
    }
}

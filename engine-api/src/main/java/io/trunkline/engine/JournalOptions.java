package io.trunkline.engine;

import java.util.Objects;

/**
 * How an engine remembers the client keys of its orders and quotes beyond its own end: in files below
 * {@code journal/NAME} of its home, which one engine at a time may use.
 *
 * @param name the folder's name: letters, digits, dots, dashes and underscores, at most 64; the engine that takes over
 *     after a restart must have the same
 * @param sync what an intent to send survives before the gateway is called
 */
public record JournalOptions(String name, JournalSync sync) {

    /** Checks the name. */
    public JournalOptions {
        Objects.requireNonNull(sync, "sync");
        if (!name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException(
                    "a journal's name has 1 to 64 letters, digits, dots, dashes and underscores: " + name);
        }
    }
}

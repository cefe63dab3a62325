package io.trunkline.engine;

import java.util.Objects;

/**
 * Who asks for something.
 *
 * @param name a client's name as the service knows it; empty for users in this process
 */
public record Origin(String name) {

    /** A user in this process. */
    public static final Origin LOCAL = new Origin("");

    /** Checks that the name is not null. */
    public Origin {
        Objects.requireNonNull(name, "name");
    }

    /** Whether it is a user in this process. */
    public boolean isLocal() {
        return name.isEmpty();
    }
}

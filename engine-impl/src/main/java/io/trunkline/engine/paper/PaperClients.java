package io.trunkline.engine.paper;

import io.trunkline.engine.Origin;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Who trades on paper: never a user in this process. Immutable.
 *
 * @param names the clients; empty for everybody else
 */
record PaperClients(Set<String> names) {

    PaperClients {
        names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    boolean includes(Origin origin) {
        return !origin.isLocal() && (names.isEmpty() || names.contains(origin.name()));
    }

    /** The clients for a person. */
    @Override
    public String toString() {
        return names.isEmpty() ? "everybody but this process" : String.join(", ", names);
    }
}

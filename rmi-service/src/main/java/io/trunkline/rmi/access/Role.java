package io.trunkline.rmi.access;

import java.util.Locale;

/** What a client is for; each may do what those before it may. */
public enum Role {
    /** Receives events and asks for what is known. */
    VIEWER,
    /** Sends orders and quotes, and cancels its own. */
    TRADER,
    /** Cancels everybody's, sees the service's figures and carries out its actions. */
    SUPERVISOR;

    /** Whether it may do what is for another. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** As it is written in files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

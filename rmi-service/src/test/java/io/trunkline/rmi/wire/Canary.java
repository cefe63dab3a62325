package io.trunkline.rmi.wire;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often one of its kind was deserialized in this process. */
public final class Canary implements Serializable {

    /** How often. */
    public static final AtomicInteger SUNG = new AtomicInteger();

    private static final long serialVersionUID = 1;

    /** One that has not been counted. */
    public Canary() {}

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        SUNG.incrementAndGet();
    }

    /** An exception that carries one. */
    public static final class Cry extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Canary canary = new Canary();

        /** One that has not been counted. */
        public Cry() {}

        @Override
        public String toString() {
            return "cry of " + canary;
        }
    }
}

package io.trunkline.engine.desk;

import java.io.IOException;
import java.util.Map;

/** Where the desk keeps what must outlive it. Thread-safe. */
interface Store extends AutoCloseable {

    /**
     * What was written last; nothing if nothing was.
     *
     * @throws IOException if it cannot be read; the message says where and what to do
     */
    Map<String, String> read(String name) throws IOException;

    /** Replaces what was written before, whole or not at all. */
    void write(String name, Map<String, String> texts) throws IOException;

    /** The exception for something in there that cannot be used. */
    IOException unusable(String name, String problem, Throwable cause);

    @Override
    void close();
}

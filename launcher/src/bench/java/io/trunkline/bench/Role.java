package io.trunkline.bench;

import java.io.Closeable;
import java.util.Map;

/** What a JVM of the benchmark does. Told what to do on the JVM's main thread. */
interface Role extends Closeable {

    /** Does something and answers figures about it. */
    Map<String, Object> handle(Message command) throws Exception;
}

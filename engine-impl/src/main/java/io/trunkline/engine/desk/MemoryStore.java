package io.trunkline.engine.desk;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps as long as the process lives, for engines without a home. Closing it forgets nothing. */
final class MemoryStore implements Store {

    private final Map<String, Map<String, String>> kept = new ConcurrentHashMap<>();

    @Override
    public Map<String, String> read(String name) {
        return kept.getOrDefault(name, Map.of());
    }

    @Override
    public void write(String name, Map<String, String> texts) {
        kept.put(name, Map.copyOf(texts));
    }

    @Override
    public IOException unusable(String name, String problem, Throwable cause) {
        return new IOException(name + ": " + problem, cause);
    }

    @Override
    public void close() {
        // what is kept is for the next start
    }
}

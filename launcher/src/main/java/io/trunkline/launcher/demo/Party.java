package io.trunkline.launcher.demo;

import java.util.List;
import java.util.Map;

/**
 * What a server or client has at the end.
 *
 * @param name its name
 * @param records its books, as {@link Canon} writes them
 * @param figures its status
 */
record Party(String name, List<String> records, Map<String, String> figures) {

    /** The records of a kind. */
    List<String> records(String kind) {
        return records.stream().filter(line -> line.startsWith(kind + " ")).toList();
    }

    /** A figure of its status as a whole number; 0 if there is none. */
    long figure(String name) {
        return Long.parseLong(figures.getOrDefault(name, "0"));
    }
}

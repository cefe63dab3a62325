package io.trunkline.bench;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a publishing side is to do.
 *
 * @param workload what will be published
 * @param clients how many subscribers will come
 * @param folder a new folder that the sides of this run may use for files; short enough for a socket's path
 * @param options options of the row, such as {@code wait=spin}; most transports know none
 */
record PublishSpec(Workload workload, int clients, Path folder, Map<String, String> options) {

    PublishSpec {
        options = Map.copyOf(options);
    }
}

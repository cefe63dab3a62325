package io.trunkline.engine.plugin;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A named table of a plug-in, such as a service's sessions.
 *
 * @param name what it shows, such as {@code sessions}
 * @param columns the column names
 * @param rows gives the rows as they are now, each with one value a column; thread-safe and quick
 */
public record Monitor(String name, List<String> columns, Supplier<List<List<Object>>> rows) {

    /** Checks that nothing is null and copies the columns. */
    public Monitor {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(rows, "rows");
        columns = List.copyOf(columns);
    }
}

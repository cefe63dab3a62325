package io.trunkline.rmi.access;

import io.trunkline.engine.model.GatewayPath;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Gateway paths, each with what is behind it. Immutable.
 *
 * @param paths the paths in order, none twice; empty for every path
 */
public record Paths(List<String> paths) {

    /** Every path. */
    public static final Paths ALL = new Paths(List.of());

    /** Sorts them. */
    public Paths {
        paths = List.copyOf(new TreeSet<>(paths));
    }

    /** Reads names that commas separate. */
    static Paths parse(String text) {
        return new Paths(Names.split(text));
    }

    /** Whether a path is one of them or behind one. */
    public boolean include(String path) {
        if (paths.isEmpty()) return true;
        for (String each : paths) {
            if (GatewayPath.isUnder(path, each)) return true;
        }
        return false;
    }

    /** These and one more, if that is not one of them or behind one. */
    Paths with(String path) {
        if (include(path)) return this;
        List<String> more = new ArrayList<>(paths);
        more.add(path);
        return new Paths(more);
    }

    @Override
    public String toString() {
        return String.join(",", paths);
    }
}

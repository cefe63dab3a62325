package io.trunkline.bench;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The lines of a row, which end together. */
final class Lines implements Closeable {

    private final List<Line> all = new ArrayList<>();

    private Lines() {}

    /** Starts the lines of those whose transports are there. */
    static Lines start(Run run, String row, List<Entrant> entrants) throws IOException {
        Lines lines = new Lines();
        try {
            for (Entrant entrant : run.available(row, entrants)) {
                run.say(row + ": starting " + entrant.label());
                lines.all.add(new Line(entrant));
            }
            return lines;
        } catch (IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    List<Line> all() {
        return all;
    }

    @Override
    public void close() throws IOException {
        for (Line line : all) line.close();
    }
}

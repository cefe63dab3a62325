package io.trunkline.bench;

import java.io.PrintStream;
import java.util.List;

/**
 * How this run goes.
 *
 * @param rounds how often everything is measured
 * @param seconds about how long each measurement takes
 * @param warmUpSeconds about how long each contender works before the first round
 * @param progress where to say how far it is
 * @param results where everything is put
 */
record Run(int rounds, double seconds, double warmUpSeconds, PrintStream progress, Results results) {

    /** Those whose transport is on the class path; the others are noted. */
    List<Entrant> available(String row, List<Entrant> entrants) {
        return entrants.stream().filter(entrant -> {
            boolean here = Transports.find(entrant.transport()).isPresent();
            if (!here) results.note(row + ": " + entrant.transport() + " is left out; build with -Pcontenders");
            return here;
        }).toList();
    }

    void say(String text) {
        progress.println(text);
        progress.flush();
    }
}

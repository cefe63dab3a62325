package io.trunkline.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

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

    /** The contenders of a row that are on the class path; the others are noted. */
    List<Transport> available(String row, List<String> names) {
        return names.stream().map(name -> {
            Optional<Transport> transport = Transports.find(name);
            if (transport.isEmpty()) results.note(row + ": " + name + " is not here; build with -Pcontenders");
            return transport;
        }).flatMap(Optional::stream).toList();
    }

    void say(String text) {
        progress.println(text);
        progress.flush();
    }
}

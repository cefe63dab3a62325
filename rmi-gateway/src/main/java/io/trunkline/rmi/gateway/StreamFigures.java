package io.trunkline.rmi.gateway;

import io.trunkline.engine.plugin.Latencies;
import java.util.ArrayList;
import java.util.List;

/** A gateway's stream in figures, for people. */
final class StreamFigures {

    private StreamFigures() {}

    /** Names and values, as they are now; the link is null while there is none. Any thread. */
    static List<List<Object>> of(StreamCounts counts, Link link, String books) {
        long now = System.nanoTime();
        counts.measure(now);
        List<List<Object>> figures = new ArrayList<>(List.of(
                List.of("session", link == null ? "none" : link.number()),
                List.of("epoch", link == null ? "" : link.epoch().toString()),
                List.of("sequence", link == null ? 0L : link.receiver().through()),
                List.of("silent ms", link == null ? 0L : (now - link.receiver().heardNanos()) / 1_000_000),
                List.of("connects", counts.connects.get()),
                List.of("resumes", counts.resumes.get()),
                List.of("events", counts.events.get()),
                List.of("bytes", counts.bytes.get()),
                List.of("conflated", counts.conflated.get()),
                List.of("gaps", counts.gaps.get()),
                List.of("duplicates", counts.duplicates.get()),
                List.of("lost", counts.lost.get()),
                List.of("unknown app events", counts.unknownAppEvents.get()),
                List.of("books", books),
                List.of("digests compared", counts.digests.get()),
                List.of("digests that differed", counts.digestsThatDiffered.get()),
                List.of("events/s", counts.eventsPerSecond()),
                List.of("KiB/s", counts.kibibytesPerSecond())));
        figures.addAll(counts.transits.latencies().figures("sent to decoded"));
        long error = link == null ? 0 : link.receiver().clock().error(now);
        figures.add(List.of("sent to decoded error us", Latencies.micros(error)));
        figures.addAll(counts.beats.latencies().figures("round trip to the server"));
        return figures;
    }
}

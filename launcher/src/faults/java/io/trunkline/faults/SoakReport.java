package io.trunkline.faults;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers the figures of a run and prints them. For one thread. */
final class SoakReport {

    private static final double HOUR = 3_600;

    private record Sample(Duration at, ChildProcess.Usage usage, int orders) {}

    private final Map<FaultKind, Integer> counts = new EnumMap<>(FaultKind.class);
    private final Map<FaultKind, List<Duration>> detections = new EnumMap<>(FaultKind.class);
    private final Map<FaultKind, List<Duration>> recoveries = new EnumMap<>(FaultKind.class);
    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

    /** A fault came, was noticed by a client after a time, or null, and was over a time after its end. */
    void fault(FaultKind kind, Duration detection, Duration recovery) {
        counts.merge(kind, 1, Integer::sum);
        if (detection != null) detections.computeIfAbsent(kind, each -> new ArrayList<>()).add(detection);
        recoveries.computeIfAbsent(kind, each -> new ArrayList<>()).add(recovery);
    }

    /** What a process uses at a time, and how many orders there are by then. */
    void usage(String process, Duration at, ChildProcess.Usage usage, int orders) {
        samples.computeIfAbsent(process, each -> new ArrayList<>()).add(new Sample(at, usage, orders));
    }

    void print(PrintStream out, Findings findings, OrderLedger ledger, List<ClientProcess> clients, Observer observer) {
        out.println();
        out.printf("%-15s %5s  %-24s  %-24s%n", "fault", "count", "noticed after s", "recovered after s");
        out.printf("%-15s %5s  %-24s  %-24s%n", "", "", "min / median / max", "min / median / max");
        counts.forEach((kind, count) -> out.printf("%-15s %5d  %-24s  %-24s%n", kind, count,
                spread(detections.getOrDefault(kind, List.of())), spread(recoveries.get(kind))));
        out.println();
        out.println("orders sent " + ledger.size() + ", answered at once " + ledger.counts() + ", at the exchange "
                + observer.orders());
        out.println(Stream.of("events", "ticks", "conflated", "connects", "resumes", "resyncs", "gaps", "lost",
                "duplicates", "digests compared", "digests that differed")
                .map(figure -> figure + " " + clients.stream().mapToLong(client -> client.figure(figure)).sum())
                .collect(Collectors.joining(", ")));
        out.println();
        samples.forEach((process, list) -> print(out, process, list));
        out.println();
        out.println(findings);
    }

    private static String spread(List<Duration> durations) {
        if (durations.isEmpty()) return "-";
        List<Duration> sorted = new ArrayList<>(durations);
        Collections.sort(sorted);
        return String.format("%.2f / %.2f / %.2f", seconds(sorted.get(0)), seconds(sorted.get(sorted.size() / 2)),
                seconds(sorted.get(sorted.size() - 1)));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static void print(PrintStream out, String process, List<Sample> all) {
        for (int i : new int[] {0, all.size() / 2, all.size() - 1}) {
            Sample sample = all.get(i);
            out.printf("%-9s at %5.0f s: heap %7.2f MB, %3d threads, %3d descriptors, %d orders%n", process,
                    seconds(sample.at()), sample.usage().heap() / 1e6, sample.usage().threads(),
                    sample.usage().descriptors(), sample.orders());
        }
        Sample middle = all.get(all.size() / 2);
        Sample last = all.get(all.size() - 1);
        double hours = (seconds(last.at()) - seconds(middle.at())) / HOUR;
        long grown = last.usage().heap() - middle.usage().heap();
        int orders = last.orders() - middle.orders();
        out.printf("%-9s heap slope of the second half %.2f MB/h, %d orders more: %.0f bytes each%n", process,
                hours > 0 ? grown / 1e6 / hours : 0, orders, orders > 0 ? (double) grown / orders : 0);
    }
}

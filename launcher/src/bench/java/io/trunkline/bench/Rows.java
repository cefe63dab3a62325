package io.trunkline.bench;

import static io.trunkline.bench.Target.atLeast;
import static io.trunkline.bench.Target.atMost;

import java.util.ArrayList;
import java.util.List;

/** The rows of the table. */
final class Rows {

    private static final String RAW = "raw-tcp";
    private static final String RAW_WHOLE = "raw-tcp-whole";
    private static final String OWN = "trunkline";
    private static final String OWN_TLS = "trunkline-tls";
    private static final String OWN_UNIX = "trunkline-unix";
    private static final String OWN_WHOLE = "trunkline-whole";
    private static final String OWN_WHOLE_UNIX = "trunkline-whole-unix";

    private Rows() {}

    /** All rows, in the order of the table. */
    static List<Row> all() {
        List<Row> rows = new ArrayList<>(List.of(push1(), pushOf("five", Workloads.FIVE),
                pushOf("recorded", Workloads.RECORDED), pushTls(), pushWhole(), push4(), push50(), filtered()));
        for (int clients : List.of(1, 4)) {
            for (int rate : List.of(1_000, 10_000)) {
                rows.add(new PaceRow("latency-" + clients + "-" + rate / 1000 + "k",
                        "one-way latency, " + clients + " clients, " + rate + " events/s", rate, 1,
                        Entrant.of(Setup.of(Workloads.ONE, clients, clients), RAW, OWN, OWN_UNIX), RAW));
            }
        }
        rows.add(new PaceRow("latency-1-10k-tls", "one-way latency with and without TLS, 1 client, 10000 events/s",
                10_000, 1, Entrant.of(Setup.of(Workloads.ONE, 1, 1), OWN, OWN_TLS), OWN));
        rows.add(bursts());
        rows.add(new FrameBytesRow());
        rows.add(new OrderRow());
        rows.add(new SnapshotRow());
        rows.add(new PublishRow());
        rows.add(new LongRow());
        return rows;
    }

    /** The rows of the quick run. */
    static List<Row> quick() {
        Setup one = Setup.of(Workloads.ONE, 1, 1);
        return List.of(
                new PushRow("push-1", "one-level ticks to 1 client", Entrant.of(one, RAW, OWN, OWN_UNIX),
                        List.of(new Comparison("push-1", OWN, RAW, PushRow.RATE, atLeast(0.9)),
                                new Comparison("push-1-unix", OWN_UNIX, RAW, PushRow.RATE, atLeast(1.1)))),
                new PaceRow("latency-1-10k", "one-way latency, 1 client, 10000 events/s", 10_000, 1,
                        Entrant.of(one, RAW, OWN), RAW),
                new FrameBytesRow());
    }

    private static Row push1() {
        return new PushRow("push-1", "one-level ticks to 1 client, from transport to decoded event",
                Entrant.of(Setup.of(Workloads.ONE, 1, 1), RAW, OWN, OWN_UNIX, "naive-rmi", "grpc", "grpc-batched",
                        "jeromq", "aeron-ipc"),
                List.of(new Comparison("push-1", OWN, RAW, PushRow.RATE, atLeast(0.9)),
                        new Comparison("push-1-unix", OWN_UNIX, RAW, PushRow.RATE, atLeast(1.1)),
                        new Comparison("push-1-unix-aeron", OWN_UNIX, "aeron-ipc", PushRow.RATE, atLeast(0.8)),
                        new Comparison("push-1-grpc", OWN, "grpc", PushRow.RATE, atLeast(25)),
                        new Comparison("push-1-grpc-batched", OWN, "grpc-batched", PushRow.RATE, atLeast(4)),
                        new Comparison("push-1-naive", OWN, "naive-rmi", PushRow.RATE, atLeast(50))));
    }

    private static Row pushOf(String suffix, String workload) {
        return new PushRow("push-1-" + suffix, workload + " ticks to 1 client, from transport to decoded event",
                Entrant.of(Setup.of(workload, 1, 1), RAW, OWN, OWN_UNIX),
                List.of(new Comparison("push-1-" + suffix, OWN, RAW, PushRow.RATE, atLeast(0.9))));
    }

    private static Row pushTls() {
        return new PushRow("push-1-tls", "one-level ticks to 1 client with and without TLS",
                Entrant.of(Setup.of(Workloads.ONE, 1, 1), OWN, OWN_TLS),
                List.of(new Comparison("push-1-tls", OWN_TLS, OWN, PushRow.RATE, atLeast(0.7))));
    }

    private static Row pushWhole() {
        return new PushRow("push-1-whole", "one-level ticks to 1 client, from event engine to event engine",
                Entrant.of(Setup.of(Workloads.ONE, 1, 1), RAW_WHOLE, OWN_WHOLE, OWN_WHOLE_UNIX),
                List.of(new Comparison("push-1-whole", OWN_WHOLE, RAW_WHOLE, PushRow.RATE, atLeast(0.7))));
    }

    private static Row push4() {
        return new PushRow("push-4", "one-level ticks to 4 clients, total delivered",
                Entrant.of(Setup.of(Workloads.ONE, 4, 4), RAW, OWN, OWN_UNIX, "jeromq"),
                List.of(new Comparison("push-4", OWN, RAW, PushRow.RATE, atLeast(0.9)),
                        new Comparison("push-4-jeromq", OWN, "jeromq", PushRow.RATE, atLeast(3))));
    }

    private static Row push50() {
        Setup fifty = Setup.of(Workloads.ONE, 50, 2);
        List<Entrant> entrants = new ArrayList<>(Entrant.of(fifty, RAW, OWN));
        entrants.add(new Entrant(OWN + " to 1", OWN, Setup.of(Workloads.ONE, 1, 1)));
        return new PushRow("push-50", "one-level ticks to 50 clients in two JVMs", entrants,
                List.of(new Comparison("push-50-cpu", OWN, RAW, PushRow.CPU, atMost(1.25)),
                        new Comparison("push-50-heap", OWN, OWN + " to 1", PushRow.HEAP, atMost(1.25))));
    }

    /** With 50 clients that want a fiftieth each, as much is delivered as is published, as with one that wants all. */
    private static Row filtered() {
        Setup fifty = Setup.of(Workloads.ONE, 50, 2).withInstruments(10);
        String all = "1 client, all";
        String some = "50 clients, 10 of 500 each";
        return new PushRow("filtered", "one-level ticks to clients with filters",
                List.of(new Entrant(all, OWN, Setup.of(Workloads.ONE, 1, 1)), new Entrant(some, OWN, fifty)),
                List.of(new Comparison("filtered-cpu", some, all, PushRow.CPU, atMost(2))));
    }

    private static Row bursts() {
        return new PaceRow("bursts", "one-way latency, bursts of 500 at once, ten a second, 1 client", 10, 500,
                Entrant.of(Setup.of(Workloads.ONE, 1, 1), RAW, OWN, OWN_UNIX), RAW);
    }
}

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
    private static final String OWN_UNIX = "trunkline-unix";
    private static final String OWN_WHOLE = "trunkline-whole";

    private Rows() {}

    /** All rows. */
    static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        rows.add(push1());
        rows.add(pushWhole());
        rows.add(push4());
        rows.add(push50());
        rows.add(new PushRow("push-1-five", "five-level ticks to 1 client", Setup.of(Workloads.FIVE, 1, 1),
                List.of(RAW, OWN, OWN_UNIX),
                List.of(new Comparison("push-1-five", OWN, RAW, PushRow.RATE, atLeast(0.9)))));
        rows.add(new PushRow("push-1-recorded", "the recorded session to 1 client", Setup.of(Workloads.RECORDED, 1, 1),
                List.of(RAW, OWN, OWN_UNIX),
                List.of(new Comparison("push-1-recorded", OWN, RAW, PushRow.RATE, atLeast(0.9)))));
        for (int clients : List.of(1, 4)) {
            for (int rate : List.of(1_000, 10_000)) {
                rows.add(new PaceRow("latency-" + clients + "-" + rate / 1000 + "k",
                        "one-way latency, " + clients + " clients, " + rate + " events/s",
                        Setup.of(Workloads.ONE, clients, clients), rate, 1, List.of(RAW, OWN, OWN_UNIX), RAW));
            }
        }
        rows.add(new PaceRow("bursts", "one-way latency, bursts of 500 at once, ten a second, 1 client",
                Setup.of(Workloads.ONE, 1, 1), 10, 500, List.of(RAW, OWN, OWN_UNIX), RAW));
        return rows;
    }

    /** The rows of the quick run. */
    static List<Row> quick() {
        return List.of(
                new PushRow("push-1", "ticks to 1 client", Setup.of(Workloads.ONE, 1, 1), List.of(RAW, OWN, OWN_UNIX),
                        List.of(new Comparison("push-1", OWN, RAW, PushRow.RATE, atLeast(0.9)),
                                new Comparison("push-1-unix", OWN_UNIX, RAW, PushRow.RATE, atLeast(1.1)))),
                new PaceRow("latency-1-10k", "one-way latency, 1 client, 10000 events/s", Setup.of(Workloads.ONE, 1, 1),
                        10_000, 1, List.of(RAW, OWN), RAW));
    }

    private static Row push1() {
        return new PushRow("push-1", "one-level ticks to 1 client, from transport to decoded event",
                Setup.of(Workloads.ONE, 1, 1),
                List.of(RAW, OWN, OWN_UNIX, "naive-rmi", "grpc", "grpc-batched", "jeromq", "aeron-ipc"),
                List.of(new Comparison("push-1", OWN, RAW, PushRow.RATE, atLeast(0.9)),
                        new Comparison("push-1-unix", OWN_UNIX, RAW, PushRow.RATE, atLeast(1.1)),
                        new Comparison("push-1-unix-aeron", OWN_UNIX, "aeron-ipc", PushRow.RATE, atLeast(0.8)),
                        new Comparison("push-1-grpc", OWN, "grpc", PushRow.RATE, atLeast(25)),
                        new Comparison("push-1-grpc-batched", OWN, "grpc-batched", PushRow.RATE, atLeast(4)),
                        new Comparison("push-1-naive", OWN, "naive-rmi", PushRow.RATE, atLeast(50))));
    }

    private static Row pushWhole() {
        return new PushRow("push-1-whole", "one-level ticks to 1 client, from event engine to event engine",
                Setup.of(Workloads.ONE, 1, 1), List.of(RAW_WHOLE, OWN_WHOLE, OWN_WHOLE + "-unix"),
                List.of(new Comparison("push-1-whole", OWN_WHOLE, RAW_WHOLE, PushRow.RATE, atLeast(0.7))));
    }

    private static Row push4() {
        return new PushRow("push-4", "one-level ticks to 4 clients, total delivered", Setup.of(Workloads.ONE, 4, 4),
                List.of(RAW, OWN, OWN_UNIX, "jeromq"),
                List.of(new Comparison("push-4", OWN, RAW, PushRow.RATE, atLeast(0.9)),
                        new Comparison("push-4-jeromq", OWN, "jeromq", PushRow.RATE, atLeast(3))));
    }

    private static Row push50() {
        return new PushRow("push-50", "one-level ticks to 50 clients in two JVMs", Setup.of(Workloads.ONE, 50, 2),
                List.of(RAW, OWN),
                List.of(new Comparison("push-50-cpu", OWN, RAW, PushRow.CPU, atMost(1.25))));
    }
}

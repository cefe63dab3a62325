package io.trunkline.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Some subscribers of one transport. */
final class SubscriberRole implements Role {

    private final List<Verifier> verifiers = new ArrayList<>();
    private final List<Closeable> subscribers = new ArrayList<>();

    @Override
    public Map<String, Object> handle(Message command) throws Exception {
        return switch (command.word()) {
            case "subscribe" -> subscribe(command);
            case "check" -> check();
            case "measure" -> Map.of("heap", JvmFigures.heapAfterCollection());
            default -> throw new IllegalArgumentException("unknown command: " + command.word());
        };
    }

    private Map<String, Object> subscribe(Message command) throws Exception {
        Workload workload = Workloads.of(command.text("workload"));
        Transport transport = Transports.get(command.text("transport"));
        Path folder = Path.of(command.text("folder"));
        SharedCounts counts = SharedCounts.open(folder, command.integer("clients"));
        int first = command.integer("first");
        for (int i = first; i < first + command.integer("count"); i++) {
            Interest interest = Interest.of(workload, i, command.integer("instruments"));
            Verifier verifier = new Verifier(workload, interest, counts, i);
            verifiers.add(verifier);
            subscribers.add(transport.subscribe(new SubscribeSpec(command.text("address"), workload, i,
                    interest.instruments(), folder, new HashMap<>(command.values())), verifier));
        }
        return Map.of();
    }

    /** What was wrong so far, and the latencies since the last time; nothing may be on the way. */
    private Map<String, Object> check() {
        Latencies all = new Latencies();
        long wrong = 0;
        String what = "";
        for (Verifier verifier : verifiers) {
            wrong += verifier.wrong();
            if (what.isEmpty()) what = verifier.firstWrong().replaceAll("\\s+", "_");
            all.addAll(verifier.latencies());
            verifier.latencies().clear();
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("wrong", wrong);
        figures.put("what", what);
        figures.put("stamped", all.count());
        figures.put("p50", all.quantile(0.5));
        figures.put("p99", all.quantile(0.99));
        figures.put("p999", all.quantile(0.999));
        figures.put("max", all.quantile(1));
        return figures;
    }

    @Override
    public void close() throws IOException {
        for (Closeable subscriber : subscribers) subscriber.close();
    }
}

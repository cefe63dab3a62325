package io.trunkline.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Makes requests, one after the other at a pace or by many threads at once. */
final class OrderClientRole implements Role {

    private Caller caller;

    @Override
    public Map<String, Object> handle(Message command) throws Exception {
        return switch (command.word()) {
            case "connect" -> connect(command);
            case "pace" -> pace(command.integer("calls"), TimeUnit.MILLISECONDS.toNanos(command.integer("millis")));
            case "load" -> load(command.integer("callers"), TimeUnit.MILLISECONDS.toNanos(command.integer("millis")));
            default -> throw new IllegalArgumentException("unknown command: " + command.word());
        };
    }

    private Map<String, Object> connect(Message command) throws Exception {
        String address = command.text("address");
        caller = command.text("contender").equals(OrderServerRole.BARE) ? BareRmi.caller(address)
                : new OrderCaller(address);
        return Map.of();
    }

    private Map<String, Object> pace(int calls, long interval) throws Exception {
        Latencies latencies = new Latencies();
        long due = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            for (long left; (left = due - System.nanoTime()) > 0; ) LockSupport.parkNanos(left);
            long start = System.nanoTime();
            Object call = caller.call();
            latencies.add(System.nanoTime() - start);
            caller.undo(call);
            due = Math.max(due + interval, System.nanoTime());
        }
        return Map.of("p50", latencies.quantile(0.5), "p99", latencies.quantile(0.99));
    }

    private Map<String, Object> load(int callers, long nanos) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            long start = System.nanoTime();
            Callable<Long> work = () -> {
                long calls = 0;
                for (; System.nanoTime() - start < nanos; calls += 2) caller.undo(caller.call());
                return calls;
            };
            List<Future<Long>> results = new ArrayList<>();
            for (int i = 0; i < callers; i++) results.add(threads.submit(work));
            long calls = 0;
            for (Future<Long> result : results) calls += result.get();
            return Map.of("calls", calls, "nanos", System.nanoTime() - start);
        } finally {
            threads.shutdownNow();
        }
    }

    @Override
    public void close() throws IOException {
        if (caller != null) caller.close();
    }
}

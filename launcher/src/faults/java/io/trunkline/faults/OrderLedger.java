package io.trunkline.faults;

import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Status;
import io.trunkline.faults.Findings.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What clients were told of the orders that they sent, by key. Safe from any thread. */
final class OrderLedger {

    private static final String UNANSWERED = "UNANSWERED";

    private final Map<String, String> first = new LinkedHashMap<>(); // guarded by this object's monitor, like the next
    private final Map<String, String> last = new LinkedHashMap<>();

    /** An order is about to be sent. */
    synchronized void sending(String key) {
        first.put(key, UNANSWERED);
        last.put(key, UNANSWERED);
    }

    /** The call that sent it came back with this. */
    synchronized void answered(String key, String outcome) {
        first.put(key, outcome);
        last.put(key, outcome);
    }

    /** Later somebody was told this. */
    synchronized void told(String key, String outcome) {
        last.put(key, outcome);
    }

    synchronized int size() {
        return last.size();
    }

    /** The keys of which nothing certain is known. */
    synchronized List<String> open() {
        return last.entrySet().stream().filter(each -> isOpen(each.getValue())).map(Map.Entry::getKey).toList();
    }

    private static boolean isOpen(String outcome) {
        return outcome.startsWith("DOUBT") || outcome.equals(UNANSWERED);
    }

    /** How many orders were accepted as far as is known by now. */
    synchronized long accepted() {
        return last.values().stream().filter(outcome -> outcome.startsWith("ACCEPTED\t")).count();
    }

    /** How many calls came back with what. */
    synchronized Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        first.values().forEach(outcome -> counts.merge(word(outcome), 1, Integer::sum));
        return counts;
    }

    private static String word(String outcome) {
        return outcome.split("\t", 2)[0].toLowerCase(java.util.Locale.ROOT);
    }

    /** Compares what clients were told with the exchange's orders. */
    synchronized void check(Collection<Order> orders, String path, Findings findings) {
        Map<String, List<Order>> byKey = new HashMap<>();
        for (Order order : orders) byKey.computeIfAbsent(order.clientKey(), key -> new ArrayList<>()).add(order);
        last.forEach((key, outcome) -> {
            findings.compared();
            List<Order> there = byKey.getOrDefault(key, List.of());
            if (there.size() > 1) findings.add(Fault.DUPLICATED, key, "orders " + there);
            if (isOpen(outcome)) findings.add(Fault.DIFFERENT, key, "is not settled: " + outcome);
            else if (!isTrue(outcome, there, path)) findings.add(Fault.DIFFERENT, key, outcome + " but " + there);
        });
    }

    private static boolean isTrue(String outcome, List<Order> there, String path) {
        if (!outcome.startsWith("ACCEPTED\t")) {
            return there.stream().allMatch(order -> order.status() == Status.REJECTED);
        }
        String id = path + "." + outcome.substring("ACCEPTED\t".length());
        return there.stream().anyMatch(order -> order.id().value().equals(id));
    }
}

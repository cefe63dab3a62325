package io.trunkline.faults;

import io.trunkline.faults.Findings.Fault;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Goes through one consumer's history, step by step, and notes what is wrong with it. For one thread. */
final class HistoryWalk {

    private final String name;
    private final HistoryChecker.Timeline timeline;
    private final Findings findings;
    private final Map<String, Map<Entry, Integer>> seen = new HashMap<>(); // by subject
    private final Map<String, Integer> last = new HashMap<>(); // place of the last state of a subject
    private int place = -1; // of what was seen last while whole
    private boolean broken = true;
    private boolean anchored; // whether the place is that of the entry before the next one

    HistoryWalk(String name, HistoryChecker.Timeline timeline, Findings findings) {
        this.name = name;
        this.timeline = timeline;
        this.findings = findings;
    }

    void step(Entry entry) {
        switch (entry.kind()) {
            case BROKEN -> {
                broken = true;
                anchored = false;
            }
            case WHOLE -> broken = false;
            case REMOVED -> remove(Entry.Kind.valueOf(entry.content()) + " " + entry.id(), entry.content());
            default -> see(entry);
        }
    }

    private void remove(String subject, String kind) {
        if (kind.equals(Entry.Kind.TRADE.name())) return; // each is handed out once, whatever becomes of the books
        seen.remove(subject);
        last.remove(subject);
    }

    private void see(Entry entry) {
        findings.compared();
        int times = timeline.times().getOrDefault(entry, 0);
        if (times == 0) {
            findings.add(Fault.INVENTED, name, entry);
            return;
        }
        String subject = entry.subject();
        if (seen.computeIfAbsent(subject, each -> new HashMap<>(2)).merge(entry, 1, Integer::sum) > times) {
            findings.add(Fault.DUPLICATED, name, entry);
            return;
        }
        if (timeline.placeAfter(entry, -1) == -2) return;
        int found = broken ? timeline.placeAfter(entry, last.getOrDefault(subject, -1))
                : timeline.placeAfter(entry, place);
        if (found < 0) {
            findings.add(Fault.REORDERED, name, entry);
            return;
        }
        last.put(subject, found);
        if (!broken) moveTo(found);
    }

    /** Everything up to a place, but for the place itself, must have been seen by now. */
    private void moveTo(int next) {
        if (anchored) {
            for (int i = place + 1; i < next; i++) findings.add(Fault.LOST, name, timeline.ordered().get(i));
        } else {
            checkGap(next);
        }
        place = next;
        anchored = true;
    }

    /** What a snapshot stands for: the last states of what is in the gap. */
    private void checkGap(int end) {
        Map<String, Integer> needed = new LinkedHashMap<>();
        for (int i = place + 1; i < end; i++) {
            Entry entry = timeline.ordered().get(i);
            if (entry.kind() != Entry.Kind.LOG) needed.put(entry.subject(), i);
        }
        needed.forEach((subject, at) -> {
            if (last.getOrDefault(subject, -1) < at) findings.add(Fault.LOST, name, timeline.ordered().get(at));
        });
    }

    /** The consumer must have seen everything by now. */
    void end() {
        moveTo(timeline.ordered().size());
    }
}

package io.trunkline.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Which faults come one after the other, for ever: a pure function of a seed and the number of clients. */
final class Schedule {

    /**
     * Faults that come at the same time.
     *
     * @param pauseMillis how long nothing goes wrong before them
     * @param faults one or two, of different places
     */
    record Step(int pauseMillis, List<Fault> faults) {}

    private static final FaultKind[] KINDS = FaultKind.values();

    private final Random random;
    private final int clients;
    private final List<FaultKind> coming = new ArrayList<>();

    Schedule(long seed, int clients) {
        this.random = new Random(seed);
        this.clients = clients;
    }

    Step next() {
        int pause = 200 + random.nextInt(1_300);
        Fault first = fault(nextKind());
        Fault second = fault(KINDS[random.nextInt(KINDS.length)]);
        boolean isDouble = random.nextInt(4) == 0 && !sharesPlace(first, second);
        return new Step(pause, isDouble ? List.of(first, second) : List.of(first));
    }

    /** Every kind comes once before any comes again. */
    private FaultKind nextKind() {
        if (coming.isEmpty()) coming.addAll(List.of(KINDS));
        return coming.remove(random.nextInt(coming.size()));
    }

    private Fault fault(FaultKind kind) {
        boolean isLong = random.nextBoolean();
        double patiences = isLong ? 1.2 + random.nextDouble() * 0.6 : 0.1 + random.nextDouble() * 0.4;
        return new Fault(kind, random.nextInt(3) == 0,
                random.nextBoolean() ? Direction.TO_SERVER : Direction.TO_CLIENT, random.nextInt(clients), patiences,
                random.nextDouble());
    }

    private static boolean sharesPlace(Fault first, Fault second) {
        if (first.kind().isOfLink() || second.kind().isOfLink()) {
            return first.kind().isOfLink() && second.kind().isOfLink() && first.isUpstream() == second.isUpstream();
        }
        return first.kind().isOfRelay() == second.kind().isOfRelay();
    }
}

package io.trunkline.faults;

import java.time.Duration;

/** Makes a fault of a link happen at a proxy. */
final class LinkFault {

    private static final int MOST_BYTES = 40_000;

    private LinkFault() {}

    static void begin(Fault fault, FaultProxy proxy) {
        double amount = fault.amount();
        Direction direction = fault.direction();
        switch (fault.kind()) {
            case LATENCY -> {
                Duration mean = Duration.ofMillis(20 + (long) (amount * 280));
                proxy.impair(Impairment.NONE.withLatency(mean, mean.dividedBy(2)));
            }
            case BANDWIDTH -> proxy.impair(direction, Impairment.NONE.withBandwidth(5_000 + (long) (amount * 50_000)));
            case SLICE -> proxy.impair(Impairment.NONE.withSlice(1 + (int) (amount * 40)));
            case CUT -> proxy.cutAfter(direction, (long) (amount * amount * MOST_BYTES), ending(amount));
            case DROP_ONE_WAY -> proxy.impair(direction, Impairment.NONE.withFlow(Impairment.Flow.DISCARD));
            case DROP -> {
                proxy.impair(Impairment.NONE.withFlow(Impairment.Flow.DISCARD));
                proxy.door(Door.SILENT);
            }
            case HOLD -> proxy.impair(Impairment.NONE.withFlow(Impairment.Flow.HOLD));
            case RESET -> {
                proxy.door(Door.RESETTING);
                proxy.endAll(Ending.RESET);
            }
            case REFUSE -> {
                proxy.door(Door.CLOSED);
                proxy.endAll(Ending.CLOSE);
            }
            case RELAY_KILL, RELAY_RESTART, RELAY_FREEZE, CLIENT_KILL, CLIENT_FREEZE ->
                    throw new IllegalArgumentException(fault + " is not of a link");
        }
    }

    private static Ending ending(double amount) {
        return (int) (amount * 1000) % 2 == 0 ? Ending.CLOSE : Ending.RESET;
    }
}

package io.trunkline.bench;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The workloads, by name. */
final class Workloads {

    /** 500 instruments, one level. */
    static final String ONE = "one-level";
    /** 500 instruments, five levels. */
    static final String FIVE = "five-level";
    /** The recorded session of two futures that the simulated exchange ships. */
    static final String RECORDED = "recorded";

    private static final int INSTRUMENTS = 500;
    private static final int ROUNDS = 16;
    private static final Instant OPENING = Instant.parse("2024-03-01T01:30:00Z");

    private Workloads() {}

    static Workload of(String name) throws InterruptedException {
        return switch (name) {
            case ONE -> synthetic(1);
            case FIVE -> synthetic(Depth.MAX_LEVELS);
            case RECORDED -> recorded();
            default -> throw new IllegalArgumentException("unknown workload: " + name);
        };
    }

    private static Workload synthetic(int levels) {
        List<Contract> contracts = new ArrayList<>();
        for (int i = 0; i < INSTRUMENTS; i++) {
            contracts.add(Contract.builder().gateway(Workload.GATEWAY)
                    .instrument(InstrumentId.parse("rb" + (2400 + i) + ".SHFE")).name("rebar " + (2400 + i))
                    .product(Product.FUTURES).size(10).priceTick(i % 2 == 0 ? 1 : 0.2).minVolume(1).build());
        }
        List<Tick> ticks = new ArrayList<>();
        for (int place = 0; place < INSTRUMENTS * ROUNDS; place++) {
            ticks.add(synthetic(contracts.get(place % INSTRUMENTS), place, levels));
        }
        return new Workload(contracts, ticks);
    }

    private static Tick synthetic(Contract contract, int place, int levels) {
        double step = contract.priceTick();
        long last = 18_000 + place * 7919L % 400; // in price ticks
        double volume = 100_000 + place * 13L;
        double[] book = new double[levels * 4];
        for (int level = 0; level < levels; level++) {
            book[level * 4] = (last - 1 - level) * step;
            book[level * 4 + 1] = 5 + (place + level) % 90;
            book[level * 4 + 2] = (last + level) * step;
            book[level * 4 + 3] = 3 + (place + 7 * level) % 120;
        }
        return Tick.builder().gateway(contract.gateway()).instrument(contract.instrument()).name(contract.name())
                .time(OPENING.plusMillis(500L * (place / INSTRUMENTS)).plusNanos(place))
                .volume(volume).turnover(volume * 10 * 18_000).openInterest(250_000 + place % 1000)
                .lastPrice(last * step).lastVolume(1 + place % 9).limitUp(19_800 * step).limitDown(16_200 * step)
                .openPrice(18_010 * step).highPrice(18_420 * step).lowPrice(17_990 * step).preClose(18_005 * step)
                .depth(Depth.ofLevels(book)).build();
    }

    private static Workload recorded() throws InterruptedException {
        Queue<Tick> ticks = new ConcurrentLinkedQueue<>();
        List<Contract> contracts;
        try (MainEngine engine = MainEngine.create(EngineOptions.DEFAULTS)) {
            engine.addGateway("SIM", Workload.GATEWAY);
            engine.events().on(Tick.class, ticks::add);
            engine.connect(Workload.GATEWAY, Map.of("speed", "max"));
            Await.until("the recording was replayed", () -> replayEnded(engine));
            contracts = engine.contracts();
        }
        List<Tick> numbered = new ArrayList<>();
        for (Tick tick : ticks) numbered.add(tick.toBuilder().time(tick.time().plusNanos(numbered.size())).build());
        return new Workload(contracts, numbered);
    }

    private static boolean replayEnded(MainEngine engine) {
        return engine.gateway(Workload.GATEWAY).orElseThrow().monitors().stream()
                .flatMap(monitor -> monitor.rows().get().stream())
                .anyMatch(row -> row.contains("finished"));
    }
}

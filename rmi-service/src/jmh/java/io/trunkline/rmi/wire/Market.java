package io.trunkline.rmi.wire;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.Tick;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** A market of 500 futures whose ticks have every figure that a feed has, on the price ticks of real contracts. */
public final class Market {

    public static final int INSTRUMENTS = 500;
    private static final String[] PRICE_TICKS = {"1", "5", "0.2", "0.5", "0.05", "2", "0.02", "10"};
    private static final Instant OPENING = Instant.parse("2026-11-23T01:00:00Z");

    private final Random random = new Random(7);
    private final int levels;
    private final Contract[] contracts = new Contract[INSTRUMENTS];
    private final long[] prices = new long[INSTRUMENTS]; // in price ticks
    private final double[] volumes = new double[INSTRUMENTS];
    private final double[] turnovers = new double[INSTRUMENTS];

    public Market(int levels) {
        this.levels = levels;
        for (int i = 0; i < INSTRUMENTS; i++) {
            prices[i] = 3_000 + random.nextInt(10_000);
            contracts[i] = Contract.builder().gateway("CTP").instrument(new InstrumentId("rb" + (2_000 + i),
                    Exchange.SHFE)).name("rebar " + i).product(Product.FUTURES).size(10)
                    .priceTick(Double.parseDouble(priceTick(i))).build();
        }
    }

    private static String priceTick(int instrument) {
        return PRICE_TICKS[instrument % PRICE_TICKS.length];
    }

    private static double price(int instrument, long ticks) {
        return new BigDecimal(priceTick(instrument)).multiply(BigDecimal.valueOf(ticks)).doubleValue();
    }

    /** Ticks half a millisecond apart, of an instrument drawn for each. */
    public Tick[] ticks(int count) {
        Tick[] ticks = new Tick[count];
        for (int i = 0; i < count; i++) ticks[i] = tick(random.nextInt(INSTRUMENTS), OPENING.plusNanos(i * 500_000L));
        return ticks;
    }

    private Tick tick(int instrument, Instant now) {
        prices[instrument] += random.nextInt(5) - 2;
        long last = prices[instrument];
        double lots = 1 + random.nextInt(50);
        volumes[instrument] += lots;
        turnovers[instrument] += lots * price(instrument, last) * 10;
        double[] depth = new double[levels * 4];
        for (int level = 0; level < levels; level++) {
            depth[level * 4] = price(instrument, last - 1 - level);
            depth[level * 4 + 1] = 1 + random.nextInt(300);
            depth[level * 4 + 2] = price(instrument, last + level);
            depth[level * 4 + 3] = 1 + random.nextInt(300);
        }
        return Tick.builder().gateway("CTP").instrument(contracts[instrument].instrument())
                .name(contracts[instrument].name()).time(now)
                .localTime(now.plusNanos(3_217_000 + random.nextInt(1_000)))
                .lastPrice(price(instrument, last)).lastVolume(lots).volume(volumes[instrument])
                .turnover(turnovers[instrument]).openInterest(1_234_567 + random.nextInt(1_000))
                .openPrice(price(instrument, last - 21)).highPrice(price(instrument, last + 60))
                .lowPrice(price(instrument, last - 45)).preClose(price(instrument, last + 8))
                .limitUp(price(instrument, last + 300)).limitDown(price(instrument, last - 300))
                .depth(Depth.ofLevels(depth)).build();
    }

    /** An encoder that knows the instruments, and what it wrote for that. */
    public FrameEncoder encoder(WireWriter out) {
        FrameEncoder encoder = new FrameEncoder(new Dictionary(), 0, kind -> Optional.empty());
        for (Contract contract : contracts) encoder.define(contract, out);
        return encoder;
    }
}

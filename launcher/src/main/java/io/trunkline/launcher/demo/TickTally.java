package io.trunkline.launcher.demo;

import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Tick;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Counts ticks and sums up their contents and order. The event thread counts, any thread reads; guarded by this
 * object's monitor.
 */
public final class TickTally {

    private final boolean isClient;
    private final CRC32 checksum = new CRC32();
    private final Map<String, Double> prices = new TreeMap<>();
    private long ticks;

    /** One that takes ticks as the server knows them, without the local gateway's name if it is a client's. */
    public TickTally(boolean isClient) {
        this.isClient = isClient;
    }

    /** Adds a tick. */
    public synchronized void add(Tick tick) {
        ticks++;
        InstrumentId instrument = tick.instrument();
        prices.put(instrument.toString(), tick.lastPrice());
        String path = GatewayPath.rest(tick.gateway());
        Tick seen = isClient && !path.isEmpty() ? tick.toBuilder().gateway(path).build() : tick;
        checksum.update(seen.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The lines of a status: the count, the checksum and the last prices. */
    public synchronized List<String> status() {
        List<String> lines = new ArrayList<>();
        lines.add("ticks " + ticks);
        lines.add("checksum " + Long.toHexString(checksum.getValue()));
        prices.forEach((instrument, price) -> lines.add("price:" + instrument + " " + price));
        return lines;
    }
}

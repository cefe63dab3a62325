package io.trunkline.engine.core;

import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Tick;
import java.time.Instant;

/** Ticks of 500 instruments, each instrument in turn. */
final class Feed {

    static final int INSTRUMENTS = 500;

    private Feed() {}

    static InstrumentId instrument(int number) {
        return new InstrumentId("rb" + (2000 + number), Exchange.SHFE);
    }

    static Tick[] ticks(int count) {
        InstrumentId[] instruments = new InstrumentId[INSTRUMENTS];
        for (int i = 0; i < INSTRUMENTS; i++) instruments[i] = instrument(i);
        Instant start = Instant.parse("2026-11-23T01:00:00Z");
        Tick[] ticks = new Tick[count];
        for (int i = 0; i < count; i++) {
            double last = 3000 + i % 37;
            ticks[i] = Tick.builder().gateway("SIM").instrument(instruments[i % INSTRUMENTS])
                    .time(start.plusMillis(i)).lastPrice(last).volume(i)
                    .depth(Depth.of(last - 1, 5 + i % 90, last + 1, 7 + i % 80)).build();
        }
        return ticks;
    }
}

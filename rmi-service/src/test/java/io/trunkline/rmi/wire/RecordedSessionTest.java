package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The recorded session of two real futures, as the simulated exchange replays it. */
@Timeout(120)
class RecordedSessionTest {

    private static final List<Event> EVENTS = new ArrayList<>();

    @BeforeAll
    static void replay() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        try (MainEngine engine = MainEngine.create()) {
            engine.events().tap(event -> {
                if (event instanceof Tick || event instanceof Contract) EVENTS.add(event);
                if (event instanceof LogEntry log && log.message().contains("the recording is over")) over.countDown();
            });
            engine.addGateway("SIM");
            engine.connect("SIM", Map.of("speed", "max"));
            assertThat(over.await(90, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void everyTickComesBackEqual() throws WireException {
        assertThat(EVENTS.stream().filter(Tick.class::isInstance).count()).isGreaterThan(22_000);
        Coding.assertSame(Coding.roundTrip(EVENTS, ""), EVENTS, 0);
    }

    @Test
    void aTickOfOneLevelTakesAtMost90BytesInTheMean() throws WireException {
        byte[] frames = Coding.encode(EVENTS);
        long bytes = 0;
        int ticks = 0;
        for (int at = 0; at < frames.length; at = Frames.end(frames, at, frames.length)) {
            if (FrameKind.of(Frames.kind(frames, at)) != FrameKind.TICK) continue;
            bytes += Frames.length(frames, at);
            ticks++;
        }
        assertThat(EVENTS).filteredOn(Tick.class::isInstance).allMatch(event -> ((Tick) event).depth().levels() == 1);
        assertThat((double) bytes / ticks).isLessThanOrEqualTo(90);
    }
}

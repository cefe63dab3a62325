package io.trunkline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HandlerFaultsTest {

    private static final long SECOND = 1_000_000_000;

    private final List<String> lines = RecordingLogger.lines();
    private final HandlerFaults faults = new HandlerFaults(new RecordingLogger("faults", lines));
    private final Object handler = new Object();

    @Test
    void logsTheFirstFaultWithItsEvent() {
        faults.add(handler, "the event", new IllegalStateException("boom"), 0);

        assertThat(lines).singleElement().asString().contains("failed on the event");
    }

    @Test
    void sumsUpAFloodOncePerSecond() {
        for (int i = 0; i < 100_001; i++) faults.add(handler, "event", new IllegalStateException("boom"), i);
        faults.flush(SECOND - 1);
        assertThat(lines).hasSize(1);

        faults.flush(SECOND);

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains("failed 100000 more times").contains("boom");
    }

    @Test
    void goesOnSummingUpAsLongAsItGoesOn() {
        faults.add(handler, "event", new IllegalStateException(), 0);
        faults.add(handler, "event", new IllegalStateException(), 1);
        faults.flush(SECOND);
        faults.add(handler, "event", new IllegalStateException(), SECOND + 1);
        faults.flush(2 * SECOND);

        assertThat(lines).hasSize(3);
        assertThat(lines.get(2)).contains("failed 1 more times");
    }

    @Test
    void forgetsAHandlerThatWorksAgain() {
        faults.add(handler, "event", new IllegalStateException(), 0);
        faults.flush(SECOND);

        assertThat(faults.pending()).isFalse();
        faults.add(handler, "again", new IllegalStateException(), 2 * SECOND);
        assertThat(lines).hasSize(2);
    }

    @Test
    void doesNotLetOneHandlerHideAnother() {
        faults.add(handler, "event", new IllegalStateException(), 0);
        faults.add(new Object(), "event", new IllegalStateException(), 1);

        assertThat(lines).hasSize(2);
    }

    @Test
    void bearsAnEventThatCannotDescribeItself() {
        Object rude = new Object() {
            @Override
            public String toString() {
                throw new UnsupportedOperationException();
            }
        };

        faults.add(handler, rude, new IllegalStateException(), 0);

        assertThat(lines).singleElement().asString().contains("cannot describe itself");
    }

    @Test
    void writesNoLineBreaksOfAnEvent() {
        faults.add(handler, "one\ntwo", new IllegalStateException(), 0);

        assertThat(lines).singleElement().asString().contains("one\\ntwo");
    }
}

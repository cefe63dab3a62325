package io.trunkline.engine.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.trunkline.engine.event.EventSink;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Interval;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Refusal;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import io.trunkline.engine.plugin.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a gateway does that implements only what it must. */
@Timeout(10)
class GatewayTest {

    private static final InstrumentId RB = InstrumentId.parse("rb2610.SHFE");

    private final Gateway gateway = new LeastGateway();

    @Test
    void isNotRemote() {
        assertThat(gateway.isRemote()).isFalse();
    }

    @Test
    void refusesQuotesByName() {
        Refusal refusal = new Refusal("not-supported", "LEAST takes no quotes");

        assertThat(gateway.sendQuote(QuoteRequest.of("LEAST", RB, 1, 1, 2, 1, Offset.OPEN, Offset.OPEN)).whyRefused())
                .contains(refusal);
        assertThat(gateway.cancelQuote(CancelQuoteRequest.of(Id.parse("LEAST.1"))).whyRefused()).contains(refusal);
    }

    @Test
    void refusesHistoryByName() {
        HistoryRequest request = new HistoryRequest("LEAST", RB, Instant.EPOCH, null, Interval.MINUTE);

        assertThat(gateway.queryHistory(request).whyRefused())
                .contains(new Refusal("not-supported", "LEAST has no history"));
    }

    @Test
    void cannotTellWhatBecameOfAKey() {
        assertThat(gateway.outcome("key")).isInstanceOfSatisfying(Outcome.InDoubt.class, outcome -> {
            assertThat(outcome.clientKey()).isEqualTo("key");
            assertThat(outcome.reason()).contains("LEAST");
        });
    }

    @Test
    void aPlainContextHasNoFilesAndNoCodecs() {
        EventSink sink = new NoSink();
        GatewayContext context = GatewayContext.of("LEAST", sink, InstantSource.system());

        assertThat(context.sink()).isSameAs(sink);
        assertThat(context.home()).isEmpty();
        assertThat(context.codecs().apply("alarm.Raised")).isEmpty();
        assertThatNullPointerException().isThrownBy(() -> GatewayContext.of(null, sink, InstantSource.system()))
                .withMessage("name");
        assertThatNullPointerException().isThrownBy(() -> GatewayContext.of("LEAST", null, InstantSource.system()))
                .withMessage("sink");
        assertThatNullPointerException().isThrownBy(() -> GatewayContext.of("LEAST", sink, null)).withMessage("clock");
    }

    private static final class NoSink implements EventSink {
        @Override
        public void publish(Event event) {}

        @Override
        public void awaitRoom() {}

        @Override
        public Duration lag() {
            return Duration.ZERO;
        }
    }

    private static final class LeastGateway implements Gateway {
        private static final Outcome ACCEPTED = Outcome.accepted(Id.parse("LEAST.1"));

        @Override
        public String name() {
            return "LEAST";
        }

        @Override
        public void connect(Settings settings) {}

        @Override
        public GatewayStatus status() {
            return new GatewayStatus("LEAST", GatewayState.DOWN, "", Instant.EPOCH);
        }

        @Override
        public Outcome subscribe(SubscribeRequest request) {
            return ACCEPTED;
        }

        @Override
        public Outcome unsubscribe(UnsubscribeRequest request) {
            return ACCEPTED;
        }

        @Override
        public Outcome sendOrder(OrderRequest request) {
            return ACCEPTED;
        }

        @Override
        public Outcome cancelOrder(CancelRequest request) {
            return ACCEPTED;
        }

        @Override
        public void queryAccounts(String path) {}

        @Override
        public void queryPositions(String path) {}

        @Override
        public void close() {}
    }
}

package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(10)
class QuoteTest {

    @Test
    void isBuiltFromEveryComponent() {
        Quote built = Quote.builder().id(Id.parse("SIM.q.1")).gateway("SIM").instrument(Samples.RB).bidPrice(1)
                .bidVolume(2).askPrice(3).askVolume(4).bidOffset(Offset.OPEN).askOffset(Offset.CLOSE)
                .status(Status.NOTTRADED).time(Samples.TIME).reference("reference").clientKey("key").owner("owner")
                .message("message").build();

        assertThat(built).isEqualTo(Samples.QUOTE).hasSameHashCodeAs(Samples.QUOTE);
        assertThat(Samples.QUOTE.toBuilder().build()).isEqualTo(Samples.QUOTE);
    }

    @Test
    void isBeingSubmittedUnlessSaidOtherwise() {
        Quote built = Quote.builder().id(Id.parse("SIM.1")).gateway("SIM").instrument(Samples.RB).build();

        assertThat(built).isEqualTo(new Quote(Id.parse("SIM.1"), "SIM", Samples.RB, 0, 0, 0, 0, Offset.NONE,
                Offset.NONE, Status.SUBMITTING, null, "", "", "", ""));
    }

    @Test
    void comesOfARequestAsSubmitting() {
        assertThat(Quote.of(Samples.QUOTE_REQUEST, "SIM", "q.7")).isEqualTo(new Quote(Id.parse("SIM.q.7"), "SIM",
                Samples.RB, 1, 2, 3, 4, Offset.OPEN, Offset.CLOSE, Status.SUBMITTING, null, "reference", "key", "owner",
                ""));
    }

    @ParameterizedTest
    @EnumSource
    void isActiveAsItsStatusIs(Status status) {
        assertThat(Samples.QUOTE.toBuilder().status(status).build().isActive()).isEqualTo(status.isActive());
    }

    @Test
    void isKeyedByItsInstrumentAndCancelledByItsId() {
        assertThat(Samples.QUOTE.key()).isEqualTo(Samples.RB);
        assertThat(Samples.QUOTE.cancelRequest()).isEqualTo(new CancelQuoteRequest(Id.parse("SIM.q.1"), Samples.RB));
    }
}

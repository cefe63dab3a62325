package io.trunkline.engine.sim;

import static io.trunkline.engine.model.Direction.LONG;
import static io.trunkline.engine.model.Direction.SHORT;
import static io.trunkline.engine.model.Offset.CLOSE;
import static io.trunkline.engine.model.Offset.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Trade;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class QuotingTest {

    private final Desk desk = new Desk();

    private Id quote(double bid, double bidVolume, double ask, double askVolume) {
        return quote(bid, bidVolume, ask, askVolume, "");
    }

    private Id quote(double bid, double bidVolume, double ask, double askVolume, String owner) {
        return desk.exchange.send(QuoteRequest.of("SIM", Desk.AP, bid, bidVolume, ask, askVolume, OPEN, OPEN)
                .withOwner(owner).withReference("mm").withClientKey("q" + bid)).acceptedId().orElseThrow();
    }

    private List<Status> states(Id id) {
        return desk.sink.of(Quote.class).stream().filter(quote -> quote.id().equals(id)).map(Quote::status).toList();
    }

    @Test
    void restsOnBothSidesAndIsFilledLikeTwoLimitOrders() {
        desk.book(Desk.AP, 99, 5, 103, 5);
        Id id = quote(100, 3, 102, 2);
        assertThat(states(id)).containsExactly(Status.SUBMITTING, Status.NOTTRADED);

        desk.book(Desk.AP, 98, 5, 100, 1);
        desk.book(Desk.AP, 102, 5, 103, 5);
        desk.book(Desk.AP, 98, 5, 99, 9);

        assertThat(desk.fills(id)).containsExactly("1@100", "2@102", "2@99");
        assertThat(desk.sink.of(Trade.class)).extracting(Trade::direction).containsExactly(LONG, SHORT, LONG);
        assertThat(states(id)).containsExactly(Status.SUBMITTING, Status.NOTTRADED, Status.PARTTRADED,
                Status.PARTTRADED,
                Status.ALLTRADED);
        assertThat(desk.sink.of(Trade.class)).allMatch(trade ->
                trade.orderId().equals(id) && trade.reference().equals("mm") && trade.clientKey().equals("q100.0"));
    }

    @Test
    void tradesAtOnceWhatCrossesTheBook() {
        desk.book(Desk.AP, 99, 5, 101, 2);

        Id id = quote(101, 3, 105, 3);

        assertThat(desk.fills(id)).containsExactly("2@101");
        assertThat(states(id)).containsExactly(Status.SUBMITTING, Status.PARTTRADED);
    }

    @Test
    void aNewQuoteReplacesTheOneOfTheSameOwner() {
        Id first = quote(90, 1, 110, 1, "ann");
        Id other = quote(91, 1, 110, 1, "bob");
        Id second = quote(92, 1, 110, 1, "ann");

        assertThat(states(first)).last().isEqualTo(Status.CANCELLED);
        assertThat(desk.sink.of(Quote.class)).filteredOn(quote -> quote.id().equals(first)).last()
                .extracting(Quote::message).isEqualTo("replaced by a new quote");
        assertThat(states(other)).last().isEqualTo(Status.NOTTRADED);
        assertThat(states(second)).last().isEqualTo(Status.NOTTRADED);
    }

    @Test
    void aNewQuoteMayCloseWhatTheReplacedOneHadBound() {
        desk.hold(Desk.AP, LONG, 2, 100);
        QuoteRequest closing = QuoteRequest.of("SIM", Desk.AP, 90, 1, 110, 2, OPEN, CLOSE);

        assertThat(desk.exchange.send(closing).isAccepted()).isTrue();
        assertThat(desk.position(Desk.AP, LONG).frozen()).isEqualTo(2);
        assertThat(desk.exchange.send(closing).isAccepted()).isTrue();
        assertThat(desk.position(Desk.AP, LONG).frozen()).isEqualTo(2);
    }

    @Test
    void aQuoteThatFailsAPlainCheckLeavesTheOldOneAlone() {
        Id first = quote(90, 1, 110, 1);

        desk.exchange.send(QuoteRequest.of("SIM", Desk.AP, 90.5, 1, 110, 1, OPEN, OPEN));

        assertThat(states(first)).last().isEqualTo(Status.NOTTRADED);
    }

    @Test
    void cancellingEndsBothSides() {
        Id id = quote(90, 1, 110, 1);

        assertThat(desk.exchange.cancelQuote(id)).isEqualTo(Outcome.accepted(id));

        desk.book(Desk.AP, 80, 9, 85, 9).book(Desk.AP, 120, 9, 125, 9);
        assertThat(desk.fills(id)).isEmpty();
        assertThat(states(id)).last().isEqualTo(Status.CANCELLED);
        assertThat(desk.account().frozen()).isZero();
        assertThat(desk.exchange.cancelQuote(id).whyRefused().orElseThrow().message()).endsWith("is CANCELLED");
    }

    @Test
    void oneSideAloneIsAllTradedOnceItIsFilled() {
        Id id = quote(100, 2, 0, 0);

        desk.book(Desk.AP, 90, 1, 100, 2);

        assertThat(states(id)).last().isEqualTo(Status.ALLTRADED);
    }

    @Test
    void theEndOfTheDayEndsQuotes() {
        Id id = quote(90, 1, 110, 1);
        desk.book(Desk.AP, 99, 1, 101, 1).nextDay().book(Desk.AP, 99, 1, 101, 1);

        assertThat(states(id)).last().isEqualTo(Status.CANCELLED);
    }

    @Test
    void theOutcomeIsKnownByTheKey() {
        Id id = quote(90, 1, 110, 1);

        assertThat(desk.exchange.outcome("q90.0")).isEqualTo(Outcome.accepted(id));
        assertThat(desk.exchange.outcome("other")).isEqualTo(new Outcome.NeverReceived("other"));
    }
}

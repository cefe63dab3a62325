package io.trunkline.engine.sim;

import static io.trunkline.engine.model.Direction.LONG;
import static io.trunkline.engine.model.Offset.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CancelTest {

    private final Desk desk = new Desk();

    @Test
    void endsARestingOrderAndKeepsWhatItTraded() {
        desk.book(Desk.AP, 99, 5, 101, 2);
        Id id = desk.limit(Desk.AP, LONG, OPEN, 5, 101);

        assertThat(desk.exchange.cancelOrder(id)).isEqualTo(Outcome.accepted(id));

        Order order = desk.order(id);
        assertThat(order.status()).isEqualTo(Status.CANCELLED);
        assertThat(order.traded()).isEqualTo(2);
        assertThat(order.message()).isEqualTo("cancelled by its sender");
        desk.book(Desk.AP, 90, 5, 91, 9);
        assertThat(desk.fills(id)).containsExactly("2@101");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(desk.exchange.cancelOrder(Id.parse("SIM.7")))
                .isEqualTo(Outcome.refused("unknown-order", "there is no order SIM.7"));
        assertThat(desk.exchange.cancelQuote(Id.parse("SIM.7")))
                .isEqualTo(Outcome.refused("unknown-quote", "there is no quote SIM.7"));
    }

    @Test
    void refusesWhatIsDoneAndSaysHowItEnded() {
        desk.book(Desk.AP, 99, 5, 101, 5);
        Id filled = desk.limit(Desk.AP, LONG, OPEN, 5, 101);
        Id cancelled = desk.limit(Desk.AP, LONG, OPEN, 5, 90);
        desk.exchange.cancelOrder(cancelled);
        desk.sink.clear();

        assertThat(desk.exchange.cancelOrder(filled))
                .isEqualTo(Outcome.refused("not-active", "order " + filled + " is ALLTRADED"));
        assertThat(desk.exchange.cancelOrder(cancelled))
                .isEqualTo(Outcome.refused("not-active", "order " + cancelled + " is CANCELLED"));
        assertThat(desk.sink.events()).isEmpty();
    }

    @Test
    void ordersAndQuotesAreCancelledEachInTheirOwnWay() {
        Id order = desk.limit(Desk.AP, LONG, OPEN, 5, 90);
        Id quote = desk.exchange.send(QuoteRequest.of("SIM", Desk.AP, 90, 1, 110, 1, OPEN, OPEN)).acceptedId()
                .orElseThrow();

        assertThat(desk.exchange.cancelQuote(order).whyRefused().orElseThrow().rule()).isEqualTo("unknown-quote");
        assertThat(desk.exchange.cancelOrder(quote).whyRefused().orElseThrow().rule()).isEqualTo("unknown-order");
    }
}

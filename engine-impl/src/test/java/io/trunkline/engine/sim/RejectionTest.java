package io.trunkline.engine.sim;

import static io.trunkline.engine.model.Direction.LONG;
import static io.trunkline.engine.model.Direction.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Tick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class RejectionTest {

    private final Desk desk = new Desk(100_000, 0.5);

    RejectionTest() {
        desk.show(Tick.builder().instrument(Desk.AP).depth(Depth.of(99, 5, 101, 5)).lastPrice(100)
                .limitUp(110).limitDown(90));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "AP010.CZCE  | LONG  | RFQ   | OPEN  | 1     | 100   | order-type  | RFQ orders are not taken; there are "
                    + "LIMIT, MARKET, FAK, FOK and STOP",
            "AP010.CZCE  | LONG  | ETF   | OPEN  | 1     | 100   | order-type  | ETF orders are not taken; there are "
                    + "LIMIT, MARKET, FAK, FOK and STOP",
            "ru1901.SHFE | LONG  | STOP  | OPEN  | 1     | 100   | order-type  | STOP orders are not taken for "
                    + "ru1901.SHFE",
            "AP010.CZCE  | LONG  | LIMIT | NONE  | 1     | 100   | offset      | orders of AP010.CZCE must say "
                    + "whether they open or close: OPEN, CLOSE, CLOSETODAY or CLOSEYESTERDAY",
            "AP010.CZCE  | LONG  | LIMIT | OPEN  | 1     | 111   | price-limit | price 111 is above the day's "
                    + "highest, 110",
            "AP010.CZCE  | SHORT | LIMIT | OPEN  | 1     | 89    | price-limit | price 89 is below the day's lowest, "
                    + "90",
            "AP010.CZCE  | LONG  | STOP  | OPEN  | 1     | 111   | price-limit | price 111 is above the day's "
                    + "highest, 110",
            "AP010.CZCE  | LONG  | LIMIT | OPEN  | 1     | 100.5 | price-tick  | price 100.5 is not a multiple of the "
                    + "price tick 1",
            "ru1901.SHFE | LONG  | LIMIT | OPEN  | 1     | 10001 | price-tick  | price 10001 is not a multiple of the "
                    + "price tick 5",
            "AP010.CZCE  | LONG  | LIMIT | OPEN  | 1     | 0     | price       | LIMIT orders need a price above 0, "
                    + "not 0",
            "AP010.CZCE  | LONG  | FAK   | OPEN  | 1     | -5    | price       | FAK orders need a price above 0, not "
                    + "-5",
            "AP010.CZCE  | LONG  | FOK   | OPEN  | 1     | 0     | price       | FOK orders need a price above 0, not "
                    + "0",
            "AP010.CZCE  | LONG  | STOP  | OPEN  | 1     | 0     | price       | STOP orders need a price above 0, "
                    + "not 0",
            "AP010.CZCE  | LONG  | LIMIT | OPEN  | 0.5   | 100   | volume      | volume 0.5 is below the smallest, 1",
            "AP010.CZCE  | LONG  | LIMIT | OPEN  | 1.5   | 100   | volume      | volume 1.5 is not a whole multiple "
                    + "of 1",
            "BTC.LOCAL   | LONG  | LIMIT | NONE  | 101   | 100   | volume      | volume 101 is above the largest, 100",
            "AP010.CZCE  | LONG  | LIMIT | CLOSE | 1     | 100   | position    | CLOSE of 1 lots SHORT of AP010.CZCE, "
                    + "but only 0 are free: 0 held, 0 bound by other orders",
            "AP010.CZCE  | LONG  | LIMIT | OPEN  | 201   | 100   | cash        | the deposit of 100500 is above the "
                    + "100000 that are available",
    })
    void anOrderThatFailsACheckIsPublishedAsRejectedAndRefusedWithTheSameWords(
            String instrument, Direction direction, OrderType type, Offset offset, double volume, double price,
            String rule, String message) {
        desk.sink.clear();

        Outcome outcome = desk.exchange.send(OrderRequest.of(
                "SIM", InstrumentId.parse(instrument), direction, type, offset, volume, price).withClientKey("k"));

        assertThat(outcome).isEqualTo(Outcome.refused(rule, message));
        assertThat(desk.exchange.outcome("k")).isEqualTo(outcome);
        assertThat(desk.sink.takeStates()).singleElement().isInstanceOfSatisfying(Order.class, order -> {
            assertThat(order.status()).isEqualTo(Status.REJECTED);
            assertThat(order.message()).isEqualTo(message);
            assertThat(order.clientKey()).isEqualTo("k");
            assertThat(order.time()).isEqualTo(desk.replayed());
        });
    }

    @Test
    void anUnknownInstrumentIsRefusedWithoutAnOrder() {
        desk.sink.clear();

        Outcome outcome = desk.send(InstrumentId.parse("cu2012.SHFE"), LONG, OrderType.LIMIT, Offset.OPEN, 1, 100);

        assertThat(outcome).isEqualTo(Outcome.refused("unknown-contract",
                "SIM does not list cu2012.SHFE; it lists AP010.CZCE, ru1901.SHFE, BTC.LOCAL"));
        assertThat(desk.sink.events()).isEmpty();
    }

    @Test
    void theLimitsThemselvesAreAllowed() {
        assertThat(desk.send(Desk.AP, LONG, OrderType.LIMIT, Offset.OPEN, 1, 90).isAccepted()).isTrue();
        assertThat(desk.send(Desk.AP, SHORT, OrderType.LIMIT, Offset.OPEN, 1, 110).isAccepted()).isTrue();
        assertThat(desk.send(Desk.NET, LONG, OrderType.LIMIT, Offset.NONE, 0.001, 100).isAccepted()).isTrue();
        assertThat(desk.send(Desk.NET, LONG, OrderType.LIMIT, Offset.NONE, 0.3, 100.5).isAccepted()).isTrue();
    }

    @Test
    void aMarketOrderNeedsNoPrice() {
        assertThat(desk.send(Desk.AP, LONG, OrderType.MARKET, Offset.OPEN, 1, 0).isAccepted()).isTrue();
        assertThat(desk.send(Desk.AP, LONG, OrderType.MARKET, Offset.OPEN, 1, -0.3).isAccepted()).isTrue();
    }

    @Test
    void lotsThatOtherOrdersBindCannotBeClosedAgain() {
        desk.hold(Desk.AP, LONG, 5, 100);
        desk.limit(Desk.AP, SHORT, Offset.CLOSE, 3, 105);

        assertThat(desk.send(Desk.AP, SHORT, OrderType.LIMIT, Offset.CLOSE, 3, 105))
                .isEqualTo(Outcome.refused("position",
                "CLOSE of 3 lots LONG of AP010.CZCE, but only 2 are free: 5 held, 3 bound by other orders"));
        assertThat(desk.send(Desk.AP, SHORT, OrderType.LIMIT, Offset.CLOSE, 2, 105).isAccepted()).isTrue();
    }

    @Test
    void aSideOfAQuoteIsCheckedLikeAnOrder() {
        desk.sink.clear();

        Outcome outcome = desk.exchange.send(
                QuoteRequest.of("SIM", Desk.AP, 99, 1, 111, 1, Offset.OPEN, Offset.OPEN));

        assertThat(outcome).isEqualTo(Outcome.refused("price-limit", "ask: price 111 is above the day's highest, 110"));
        assertThat(desk.sink.takeStates()).singleElement().isInstanceOfSatisfying(Quote.class,
                quote -> assertThat(quote.status()).isEqualTo(Status.REJECTED));
        assertThat(desk.exchange.send(QuoteRequest.of("SIM", Desk.AP, 99, 1, 101, 1, Offset.OPEN, Offset.CLOSE))
                .whyRefused().orElseThrow().rule()).isEqualTo("position");
    }

    @Test
    void theDepositsOfBothSidesOfAQuoteCountTogether() {
        assertThat(desk.exchange.send(QuoteRequest.of("SIM", Desk.AP, 98, 110, 103, 100, Offset.OPEN, Offset.OPEN))
                .whyRefused().orElseThrow().message())
                .isEqualTo("ask: the deposit of 105400 is above the 100000 that are available");
    }
}

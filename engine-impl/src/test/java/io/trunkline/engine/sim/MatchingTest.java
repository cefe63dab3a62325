package io.trunkline.engine.sim;

import static io.trunkline.engine.model.Direction.LONG;
import static io.trunkline.engine.model.Direction.SHORT;
import static io.trunkline.engine.model.Offset.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(20)
class MatchingTest {

    private static final Depth THREE_LEVELS = Depth.ofLevels(99, 4, 101, 3, 98, 5, 102, 6, 97, 7, 103, 8);

    private final Desk desk = new Desk();

    private Id send(Direction direction, OrderType type, double volume, double price) {
        return desk.send(Desk.AP, direction, type, OPEN, volume, price).acceptedId().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // direction, type, volume, price | fills | status | message
            "LONG  | LIMIT  | 2  | 101 | [2@101]               | ALLTRADED  | ''",
            "LONG  | LIMIT  | 3  | 105 | [3@101]               | ALLTRADED  | ''",
            "LONG  | LIMIT  | 10 | 102 | [3@101, 6@102]        | PARTTRADED | ''",
            "LONG  | LIMIT  | 1  | 100 | []                    | NOTTRADED  | ''",
            "SHORT | LIMIT  | 10 | 98  | [4@99, 5@98]          | PARTTRADED | ''",
            "SHORT | LIMIT  | 16 | 1   | [4@99, 5@98, 7@97]    | ALLTRADED  | ''",
            "SHORT | LIMIT  | 1  | 100 | []                    | NOTTRADED  | ''",
            "LONG  | MARKET | 9  | 0   | [3@101, 6@102]        | ALLTRADED  | ''",
            "LONG  | MARKET | 20 | 0   | [3@101, 6@102, 8@103] | CANCELLED  | 3 lots cancelled: the book shows no "
                    + "more volume",
            "SHORT | MARKET | 5  | 0   | [4@99, 1@98]          | ALLTRADED  | ''",
            "LONG  | FAK    | 5  | 101 | [3@101]               | CANCELLED  | 2 lots cancelled: the book shows no "
                    + "more volume at 101 or better",
            "LONG  | FAK    | 5  | 102 | [3@101, 2@102]        | ALLTRADED  | ''",
            "LONG  | FAK    | 5  | 100 | []                    | CANCELLED  | 5 lots cancelled: the book shows no "
                    + "more volume at 100 or better",
            "SHORT | FAK    | 9  | 99  | [4@99]                | CANCELLED  | 5 lots cancelled: the book shows no "
                    + "more volume at 99 or better",
            "LONG  | FOK    | 9  | 102 | [3@101, 6@102]        | ALLTRADED  | ''",
            "LONG  | FOK    | 10 | 102 | []                    | CANCELLED  | 10 lots cancelled: the book shows only "
                    + "9 at 102 or better",
            "SHORT | FOK    | 16 | 97  | [4@99, 5@98, 7@97]    | ALLTRADED  | ''",
            "SHORT | FOK    | 5  | 99  | []                    | CANCELLED  | 5 lots cancelled: the book shows only 4 "
                    + "at 99 or better",
            "LONG  | STOP   | 4  | 101 | [3@101, 1@102]        | ALLTRADED  | ''",
            "LONG  | STOP   | 4  | 102 | []                    | NOTTRADED  | ''",
            "SHORT | STOP   | 4  | 99  | [4@99]                | ALLTRADED  | ''",
            "SHORT | STOP   | 4  | 98  | []                    | NOTTRADED  | ''",
    })
    void anOrderTradesAtTheBooksPricesLevelByLevel(
            Direction direction, OrderType type, double volume, double price, String fills, Status status,
                    String message) {
        desk.show(Desk.AP, THREE_LEVELS);

        Id id = send(direction, type, volume, price);

        assertThat(desk.fills(id)).hasToString(fills);
        assertThat(desk.order(id).status()).isEqualTo(status);
        assertThat(desk.order(id).message()).isEqualTo(message);
        assertThat(desk.order(id).traded()).isEqualTo(
                desk.sink.of(Trade.class).stream().mapToDouble(Trade::volume).sum());
    }

    @Test
    void anOrderIsSubmittedThenFilledStepByStepEachWithItsTrade() {
        desk.show(Desk.AP, THREE_LEVELS).sink.clear();

        Id id = send(LONG, OrderType.LIMIT, 10, 102);

        List<Event> events = desk.sink.takeStates().subList(0, 5);
        assertThat(events).hasOnlyElementsOfTypes(Order.class, Trade.class);
        assertThat(events.stream().map(MatchingTest::text).toList()).containsExactly(
                "SUBMITTING 0", "PARTTRADED 3", "3@101", "PARTTRADED 9", "6@102");
        assertThat(events).allMatch(event -> event instanceof Order order
                ? order.time().equals(desk.replayed()) && order.id().equals(id)
                : ((Trade) event).time().equals(desk.replayed()) && ((Trade) event).orderId().equals(id));
    }

    private static String text(Event event) {
        return event instanceof Order order
                ? order.status() + " " + Lots.text(order.traded())
                : Lots.text(((Trade) event).volume()) + "@" + Lots.text(((Trade) event).price());
    }

    @Test
    void anOrderThatDoesNotTradeRests() {
        desk.show(Desk.AP, THREE_LEVELS).sink.clear();

        send(LONG, OrderType.LIMIT, 1, 100);

        assertThat(desk.sink.of(Order.class)).extracting(Order::status)
                .containsExactly(Status.SUBMITTING, Status.NOTTRADED);
    }

    @Test
    void aRestingOrderTradesAtTheBooksPriceOnceALaterTickCrossesIt() {
        desk.show(Desk.AP, THREE_LEVELS);
        Id buy = send(LONG, OrderType.LIMIT, 5, 100);
        Id sell = send(SHORT, OrderType.LIMIT, 5, 100);

        desk.book(Desk.AP, 96, 1, 98, 3);
        assertThat(desk.fills(buy)).containsExactly("3@98");
        assertThat(desk.fills(sell)).isEmpty();
        desk.book(Desk.AP, 97, 1, 100, 9);
        assertThat(desk.fills(buy)).containsExactly("3@98", "2@100");
        desk.book(Desk.AP, 101, 9, 103, 9);
        assertThat(desk.fills(sell)).containsExactly("5@101");
        assertThat(desk.order(buy).status()).isEqualTo(Status.ALLTRADED);
    }

    @Test
    void theTickComesBeforeTheFillsThatItCauses() {
        Id buy = send(LONG, OrderType.LIMIT, 5, 100);
        desk.sink.clear();

        desk.book(Desk.AP, 99, 5, 100, 5);

        assertThat(desk.sink.events().get(0)).isInstanceOf(Tick.class);
        assertThat(desk.sink.events().get(1)).isEqualTo(desk.order(buy));
        assertThat(desk.sink.events().get(2)).isInstanceOf(Trade.class);
    }

    @Test
    void betterPricesTradeFirstAndEqualOnesInOrderOfArrival() {
        Id late = send(LONG, OrderType.LIMIT, 2, 100);
        Id later = send(LONG, OrderType.LIMIT, 2, 100);
        Id best = send(LONG, OrderType.LIMIT, 2, 101);

        desk.book(Desk.AP, 99, 1, 100, 3);

        assertThat(desk.fills(best)).containsExactly("2@100");
        assertThat(desk.fills(late)).containsExactly("1@100");
        assertThat(desk.fills(later)).isEmpty();
    }

    @Test
    void aShownLotIsSoldOnceUntilTheBookShowsItWithAnotherVolumeOrPrice() {
        desk.book(Desk.AP, 99, 5, 101, 5);
        assertThat(desk.fills(send(LONG, OrderType.FAK, 4, 101))).containsExactly("4@101");
        assertThat(desk.fills(send(LONG, OrderType.FAK, 4, 101))).containsExactly("1@101");

        desk.book(Desk.AP, 99, 6, 101, 5);
        assertThat(desk.fills(send(LONG, OrderType.FAK, 4, 101))).as("same ask, other bid").isEmpty();
        desk.book(Desk.AP, 99, 6, 101, 6);
        assertThat(desk.fills(send(LONG, OrderType.FAK, 4, 101))).as("other volume").containsExactly("4@101");
        desk.book(Desk.AP, 99, 6, 102, 6);
        assertThat(desk.fills(send(LONG, OrderType.FAK, 9, 102))).as("other price").containsExactly("6@102");
    }

    @Test
    void ofSeveralLevelsEachKeepsWhatWasTakenOfIt() {
        desk.show(Desk.AP, THREE_LEVELS);
        send(LONG, OrderType.FAK, 5, 102);

        desk.show(Desk.AP, Depth.ofLevels(99, 4, 102, 6, 98, 5, 103, 8));

        assertThat(desk.fills(send(LONG, OrderType.FAK, 9, 102))).containsExactly("4@102");
    }

    @ParameterizedTest
    @EnumSource(names = {"MARKET", "FAK", "FOK"})
    void beforeTheFirstTickImmediateOrdersAreCancelled(OrderType type) {
        Id id = send(LONG, type, 2, 100);

        assertThat(desk.order(id).status()).isEqualTo(Status.CANCELLED);
        assertThat(desk.order(id).message())
                .isEqualTo("2 lots cancelled: no tick of AP010.CZCE has shown a book yet today");
        assertThat(desk.order(id).time()).isEqualTo(Desk.NOW);
    }

    @Test
    void beforeTheFirstTickALimitOrderRests() {
        Id id = send(LONG, OrderType.LIMIT, 2, 100);
        assertThat(desk.order(id).status()).isEqualTo(Status.NOTTRADED);

        desk.book(Desk.AP, 99, 1, 100, 2);

        assertThat(desk.order(id).status()).isEqualTo(Status.ALLTRADED);
    }

    @Test
    void aSideWithoutABookSellsNothing() {
        desk.book(Desk.AP, 99, 5, 0, 0);

        assertThat(desk.order(send(LONG, OrderType.MARKET, 1, 0)).message())
                .isEqualTo("1 lots cancelled: the book shows no more volume");
        assertThat(desk.order(send(LONG, OrderType.STOP, 1, 1)).status()).isEqualTo(Status.NOTTRADED);
    }

    @Test
    void aStopWaitsForItsTriggerAndThenTakesWhatEachTickShows() {
        desk.book(Desk.AP, 99, 5, 101, 5);
        Id buy = send(LONG, OrderType.STOP, 6, 103);
        Id sell = send(SHORT, OrderType.STOP, 6, 97);

        desk.book(Desk.AP, 100, 5, 102, 5);
        assertThat(desk.fills(buy)).isEmpty();
        desk.book(Desk.AP, 102, 5, 104, 2);
        assertThat(desk.fills(buy)).containsExactly("2@104");
        desk.book(Desk.AP, 99, 5, 100, 9);
        assertThat(desk.fills(buy)).as("stays triggered").containsExactly("2@104", "4@100");
        assertThat(desk.fills(sell)).isEmpty();
        desk.book(Desk.AP, 96, 7, 98, 9);
        assertThat(desk.fills(sell)).containsExactly("6@96");
    }

    @Test
    void aTriggeredStopTradesBeforeALimitOrder() {
        Id limit = send(LONG, OrderType.LIMIT, 5, 110);
        Id stop = send(LONG, OrderType.STOP, 5, 103);

        desk.book(Desk.AP, 99, 5, 104, 6);

        assertThat(desk.fills(stop)).containsExactly("5@104");
        assertThat(desk.fills(limit)).containsExactly("1@104");
    }

    @Test
    void ownOrdersDoNotTradeWithEachOther() {
        desk.book(Desk.AP, 90, 5, 110, 5);
        Id buy = send(LONG, OrderType.LIMIT, 5, 101);
        Id sell = send(SHORT, OrderType.LIMIT, 5, 99);

        assertThat(desk.fills(buy)).isEmpty();
        assertThat(desk.fills(sell)).isEmpty();
    }

    @Test
    void fractionsOfALotLeaveNoDust() {
        desk.show(Desk.NET, Depth.ofLevels(99, 1, 100, 0.1, 98, 1, 101, 0.2, 97, 1, 102, 0.4));

        Id id = desk.send(Desk.NET, LONG, OrderType.LIMIT, OPEN, 0.7, 103).acceptedId().orElseThrow();

        assertThat(desk.order(id).status()).isEqualTo(Status.ALLTRADED);
        assertThat(desk.order(id).traded()).isEqualTo(0.7);
    }

    @Test
    void ordersAndTradesEchoWhatTheSenderSaid() {
        desk.show(Desk.AP, THREE_LEVELS).sink.clear();
        desk.exchange.send(OrderRequest.limit("SIM", Desk.AP, LONG, OPEN, 1, 101)
                .withReference("grid").withClientKey("k1").withOwner("ann"));

        assertThat(desk.sink.of(Order.class)).allMatch(order -> order.reference().equals("grid")
                && order.clientKey().equals("k1") && order.owner().equals("ann"));
        assertThat(desk.sink.of(Trade.class)).singleElement().matches(trade -> trade.reference().equals("grid")
                && trade.clientKey().equals("k1") && trade.owner().equals("ann"));
    }
}

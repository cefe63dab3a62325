package io.trunkline.engine.sim;

import static io.trunkline.engine.model.Direction.LONG;
import static io.trunkline.engine.model.Direction.NET;
import static io.trunkline.engine.model.Direction.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HoldingTest {

    private final Desk desk = new Desk();

    @Test
    void openingAveragesAndClosingKeepsThePrice() {
        desk.hold(Desk.AP, LONG, 2, 100).hold(Desk.AP, LONG, 6, 104);
        assertThat(desk.position(Desk.AP, LONG)).isEqualTo(new Position("SIM", Desk.AP, LONG, 8, 0, 103, 80, 0));

        desk.book(Desk.AP, 105, 3, 106, 1);
        desk.limit(Desk.AP, SHORT, Offset.CLOSE, 3, 105);

        assertThat(desk.position(Desk.AP, LONG)).isEqualTo(new Position("SIM", Desk.AP, LONG, 5, 0, 103, 100, 0));
        assertThat(desk.account()).isEqualTo(Account.of("SIM", "SIM", 1_000_000 + 60 + 100, 0));
    }

    @Test
    void aShortPositionWinsWhenPricesFallAndIsZeroWhenFlat() {
        desk.hold(Desk.AP, SHORT, 2, 100).book(Desk.AP, 94, 5, 95, 5);
        desk.limit(Desk.AP, LONG, Offset.CLOSE, 2, 95);

        assertThat(desk.position(Desk.AP, SHORT)).isEqualTo(new Position("SIM", Desk.AP, SHORT, 0, 0, 0, 0, 0));
        assertThat(desk.account()).isEqualTo(Account.of("SIM", "SIM", 1_000_100, 0));
    }

    @Test
    void bothSidesStandSideBySide() {
        desk.hold(Desk.AP, LONG, 2, 100).hold(Desk.AP, SHORT, 3, 100);

        assertThat(desk.position(Desk.AP, LONG).volume()).isEqualTo(2);
        assertThat(desk.position(Desk.AP, SHORT).volume()).isEqualTo(3);
    }

    @Test
    void aNewDayMakesLotsYesterdaysAndEndsOrders() {
        desk.hold(Desk.AP, LONG, 2, 100);
        Id resting = desk.limit(Desk.AP, LONG, Offset.OPEN, 1, 90);

        desk.nextDay().hold(Desk.AP, LONG, 3, 100);

        assertThat(desk.order(resting).status()).isEqualTo(Status.CANCELLED);
        assertThat(desk.order(resting).message()).isEqualTo("end of day");
        assertThat(desk.position(Desk.AP, LONG)).isEqualTo(new Position("SIM", Desk.AP, LONG, 5, 0, 100, 0, 2));
    }

    @Test
    void yesterdaysBookOfAnotherInstrumentIsNoBookToday() {
        desk.book(Desk.RU, 100, 5, 105, 5).nextDay().book(Desk.AP, 100, 5, 101, 5);

        Id id = desk.send(Desk.RU, LONG, OrderType.MARKET, Offset.OPEN, 1, 0).acceptedId().orElseThrow();

        assertThat(desk.order(id).message()).endsWith("no tick of ru1901.SHFE has shown a book yet today");
    }

    @Test
    void whereTheExchangeSplitsDaysEachOffsetTakesItsOwn() {
        desk.hold(Desk.RU, LONG, 2, 100).nextDay().hold(Desk.RU, LONG, 3, 100);

        assertThat(refusal(Offset.CLOSETODAY, 4)).contains("only 3 are free: 3 held, 0 bound");
        assertThat(refusal(Offset.CLOSEYESTERDAY, 3)).contains("only 2 are free: 2 held, 0 bound");
        assertThat(refusal(Offset.CLOSE, 3)).contains("only 2 are free: 2 held, 0 bound");
        desk.limit(Desk.RU, SHORT, Offset.CLOSE, 1, 200);
        assertThat(refusal(Offset.CLOSEYESTERDAY, 2)).contains("only 1 are free: 2 held, 1 bound");
        desk.limit(Desk.RU, SHORT, Offset.CLOSETODAY, 3, 100);
        desk.book(Desk.RU, 100, 3, 105, 3);
        assertThat(desk.position(Desk.RU, LONG)).isEqualTo(new Position("SIM", Desk.RU, LONG, 2, 1, 100, 0, 2));
    }

    private String refusal(Offset offset, double volume) {
        return desk.send(Desk.RU, SHORT, OrderType.LIMIT, offset, volume, 100).whyRefused().orElseThrow().message();
    }

    @Test
    void elsewhereCloseTakesTodaysLotsFirst() {
        desk.hold(Desk.AP, LONG, 2, 100).nextDay().hold(Desk.AP, LONG, 3, 100).book(Desk.AP, 100, 4, 101, 1);

        desk.limit(Desk.AP, SHORT, Offset.CLOSE, 4, 100);

        assertThat(desk.position(Desk.AP, LONG)).isEqualTo(new Position("SIM", Desk.AP, LONG, 1, 0, 100, 0, 1));
    }

    @Test
    void cancellingFreesTheLotsAndTheDeposit() {
        desk.hold(Desk.AP, LONG, 2, 100);
        Id close = desk.limit(Desk.AP, SHORT, Offset.CLOSE, 2, 105);
        Id open = desk.limit(Desk.AP, LONG, Offset.OPEN, 7, 90);
        assertThat(desk.position(Desk.AP, LONG).frozen()).isEqualTo(2);
        assertThat(desk.account()).isEqualTo(Account.of("SIM", "SIM", 1_000_000, 63));

        desk.exchange.cancelOrder(close);
        desk.exchange.cancelOrder(open);

        assertThat(desk.position(Desk.AP, LONG).frozen()).isZero();
        assertThat(desk.account()).isEqualTo(Account.of("SIM", "SIM", 1_000_000, 0));
    }

    @Test
    void aFillFreesItsPartOfTheDeposit() {
        desk.limit(Desk.AP, LONG, Offset.OPEN, 10, 100);
        assertThat(desk.account().frozen()).isEqualTo(100);

        desk.book(Desk.AP, 100, 1, 100, 4);

        assertThat(desk.account().frozen()).isEqualTo(60);
        assertThat(desk.account().available()).isEqualTo(1_000_000 - 60);
    }

    @Test
    void aNetPositionAddsUpAndTurnsOver() {
        desk.book(Desk.NET, 100, 9, 100, 9);
        desk.limit(Desk.NET, LONG, Offset.NONE, 2, 100);
        desk.book(Desk.NET, 103, 8, 103, 8);
        desk.limit(Desk.NET, LONG, Offset.NONE, 1, 103);
        assertThat(desk.position(Desk.NET, NET)).isEqualTo(new Position("SIM", Desk.NET, NET, 3, 0, 101, 6, 0));

        desk.nextDay().book(Desk.NET, 104, 9, 104, 9);
        assertThat(desk.position(Desk.NET, NET).ydVolume()).isEqualTo(3);
        desk.limit(Desk.NET, SHORT, Offset.NONE, 1, 104);
        assertThat(desk.position(Desk.NET, NET)).isEqualTo(new Position("SIM", Desk.NET, NET, 2, 0, 101, 6, 2));
        desk.limit(Desk.NET, SHORT, Offset.NONE, 6, 104);

        assertThat(desk.position(Desk.NET, NET)).isEqualTo(new Position("SIM", Desk.NET, NET, -4, 0, 104, 0, 0));
        assertThat(desk.account().balance()).isEqualTo(1_000_000 + 3 + 6);
    }

    @Test
    void whileTicksMoveValuesArePublishedOnceASecondOfRealTime() {
        desk.hold(Desk.AP, LONG, 1, 100).sink.clear();
        for (int i = 1; i <= 50; i++) desk.book(Desk.AP, 100 + i, 5, 101 + i, 5);
        assertThat(desk.sink.of(Position.class)).isEmpty();

        desk.time.advanceMillis(1_000);
        desk.book(Desk.AP, 160, 5, 161, 5).book(Desk.AP, 170, 5, 171, 5);

        assertThat(desk.sink.of(Position.class)).singleElement().extracting(Position::pnl).isEqualTo(600.0);
        assertThat(desk.sink.of(Account.class)).singleElement().extracting(Account::balance).isEqualTo(1_000_600.0);
    }

    @Test
    void valuesThatDidNotChangeAreNotPublishedAgain() {
        desk.hold(Desk.AP, LONG, 1, 100).sink.clear();

        desk.exchange.publishValues();

        assertThat(desk.sink.events()).isEmpty();
    }

    @Test
    void askingPublishesThemAnew() {
        desk.hold(Desk.AP, LONG, 1, 100).sink.clear();

        desk.exchange.publishAccount();
        desk.exchange.publishPositions();

        assertThat(desk.sink.of(Account.class)).hasSize(1);
        assertThat(desk.sink.of(Position.class)).hasSize(1);
    }

    @Test
    void theOrderComesBeforeItsTradeAndBothBeforeWhatTheyChange() {
        desk.book(Desk.AP, 99, 5, 100, 5).sink.clear();

        desk.limit(Desk.AP, LONG, Offset.OPEN, 1, 100);

        assertThat(desk.sink.takeStates()).extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Order", "Order", "Trade", "Position", "Account");
    }
}

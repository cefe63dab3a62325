package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.IF;
import static io.trunkline.engine.core.Fixtures.NOON;
import static io.trunkline.engine.core.Fixtures.RB;
import static io.trunkline.engine.core.Fixtures.contract;
import static io.trunkline.engine.core.Fixtures.order;
import static io.trunkline.engine.core.Fixtures.position;
import static io.trunkline.engine.core.Fixtures.tick;
import static io.trunkline.engine.core.Fixtures.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Snapshot;
import io.trunkline.engine.model.StateRecord;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Trade;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class CoreBooksTest {

    private final CoreBooks books = new CoreBooks();

    private void apply(Event... events) {
        for (Event event : events) assertThat(books.apply(event)).as(event.toString()).isTrue();
    }

    private static Quote quote(String id, Status status) {
        return Quote.builder().id(Id.parse(id)).gateway("SIM").instrument(RB)
                .bidPrice(1).bidVolume(1).askPrice(2).askVolume(1).status(status).build();
    }

    private static Resync resync(String gateway, RecordKind kind, Object... ids) {
        Set<Id> set = new HashSet<>();
        for (Object id : ids) set.add(id instanceof StateRecord record ? record.id() : Id.parse((String) id));
        return new Resync(gateway, Map.of(kind, set), NOON);
    }

    @Test
    void keepsTheLastTickOfEachGatewayAndTheLastOfAll() {
        apply(tick("A", RB, 1), tick("B", RB, 2), tick("A", RB, 3), tick("A", IF, 4));

        assertThat(books.tick(RB)).contains(tick("A", RB, 3));
        assertThat(books.tick("A", RB)).contains(tick("A", RB, 3));
        assertThat(books.tick("B", RB)).contains(tick("B", RB, 2));
        assertThat(books.tick("B", IF)).isEmpty();
        assertThat(books.ticks()).containsExactlyInAnyOrder(tick("A", RB, 3), tick("B", RB, 2), tick("A", IF, 4));
    }

    @Test
    void keepsTheContractOfTheFirstGatewayAsItIsNow() {
        apply(contract("B", RB), contract("A", RB));
        Contract changed = contract("B", RB).toBuilder().size(10).build();
        apply(changed);

        assertThat(books.contract(RB)).contains(changed);
        assertThat(books.contract("A", RB)).contains(contract("A", RB));
        assertThat(books.contracts()).containsExactly(changed, contract("A", RB));
    }

    @Test
    void fallsBackToTheNextGatewayWhenTheFirstDropsAContract() {
        apply(contract("B", RB), contract("A", RB));

        apply(resync("B", RecordKind.CONTRACT, contract("B", RB)));
        assertThat(books.contract(RB)).contains(contract("A", RB));
        assertThat(books.contract("B", RB)).isEmpty();

        apply(resync("A", RecordKind.CONTRACT, contract("A", RB)));
        assertThat(books.contract(RB)).isEmpty();
        assertThat(books.contracts()).isEmpty();
    }

    @Test
    void saysWhichGatewaysBehindAPathListAnInstrument() {
        apply(contract("RPC.A", RB), contract("RPC.B", RB), contract("RPC2.A", RB), contract("RPC.A", IF));

        assertThat(books.listing(RB, "RPC")).containsExactly("RPC.A", "RPC.B");
        assertThat(books.listing(IF, "RPC")).containsExactly("RPC.A");
        assertThat(books.listing(IF, "RPC2")).isEmpty();
    }

    @Test
    void takesEachTradeOnce() {
        apply(trade("SIM.t1", "SIM.1"), trade("SIM.t2", "SIM.2"), trade("SIM.t3", "SIM.1"));

        assertThat(books.apply(trade("SIM.t1", "SIM.1"))).isFalse();

        assertThat(books.trades())
                .containsExactly(trade("SIM.t1", "SIM.1"), trade("SIM.t2", "SIM.2"), trade("SIM.t3", "SIM.1"));
        assertThat(books.trades(Id.parse("SIM.1"))).containsExactly(trade("SIM.t1", "SIM.1"), trade("SIM.t3", "SIM.1"));
        assertThat(books.trades(Id.parse("SIM.9"))).isEmpty();
        assertThat(books.trade(Id.parse("SIM.t2"))).isPresent();
    }

    @ParameterizedTest(name = "{0} then {1}: {2}")
    @CsvSource({"SUBMITTING, NOTTRADED, true", "NOTTRADED, NOTTRADED, true", "NOTTRADED, CANCELLED, true",
        "CANCELLED, CANCELLED, true", "NOTTRADED, SUBMITTING, false", "CANCELLED, NOTTRADED, false",
        "CANCELLED, REJECTED, false", "ALLTRADED, PARTTRADED, false"})
    void keepsTheNewerStateOfAQuote(Status before, Status after, boolean kept) {
        apply(quote("SIM.q", before));

        assertThat(books.apply(quote("SIM.q", after))).isEqualTo(kept);

        Status last = kept ? after : before;
        assertThat(books.quotes()).containsExactly(quote("SIM.q", last));
        assertThat(books.quote(Id.parse("SIM.q"))).contains(quote("SIM.q", last));
        assertThat(books.activeQuotes()).hasSize(last.isActive() ? 1 : 0);
    }

    @Test
    void replacesPositionsAndAccounts() {
        Position position = position("SIM", Direction.LONG, 5, 2);
        apply(position("SIM", Direction.LONG, 4, 2), position,
                Account.of("SIM", "1", 10, 0), Account.of("SIM", "1", 20, 0));

        assertThat(books.positions()).containsExactly(position);
        assertThat(books.position(Position.idOf("SIM", RB, Direction.LONG))).contains(position);
        assertThat(books.position(Position.idOf("SIM", RB, Direction.SHORT))).isEmpty();
        assertThat(books.accounts()).containsExactly(Account.of("SIM", "1", 20, 0));
        assertThat(books.account(Id.parse("SIM.1"))).isPresent();
    }

    @Test
    void takesRepeatedRecordsThatAreNotOlder() {
        for (int i = 0; i < 2; i++) {
            apply(order("SIM.1", Status.NOTTRADED, 0), quote("SIM.q", Status.NOTTRADED), contract("SIM", RB),
                    position("SIM", Direction.LONG, 1, 1), Account.of("SIM", "1", 1, 0));
        }

        assertThat(books.orders()).hasSize(1);
        assertThat(books.activeOrders()).hasSize(1);
        assertThat(books.quotes()).hasSize(1);
        assertThat(books.contracts()).hasSize(1);
    }

    @Test
    void removesWhatAResyncNamesAtItsGatewayAndBehindIt() {
        apply(quote("SIM.q", Status.NOTTRADED));
        Trade behind = trade("A.t1", "A.1").at("RPC.A");
        apply(behind, Account.of("RPC.A", "1", 1, 0), Account.of("RPCX", "1", 1, 0));

        apply(resync("RPC", RecordKind.TRADE, behind));
        apply(resync("RPC", RecordKind.ACCOUNT, "RPC.A.1", "RPCX.1"));
        apply(resync("SIM", RecordKind.QUOTE, "SIM.q"));

        assertThat(books.trade(behind.id())).isEmpty();
        assertThat(books.trades(behind.orderId())).isEmpty();
        assertThat(books.accounts()).as("another gateway's stays").containsExactly(Account.of("RPCX", "1", 1, 0));
        assertThat(books.quotes()).isEmpty();
        assertThat(books.activeQuotes()).isEmpty();
        assertThat(books.apply(behind)).as("a removed trade may come back").isTrue();
    }

    @Test
    void removesNothingOfAnotherKindWithTheSameId() {
        apply(order("SIM.1", Status.NOTTRADED, 0), trade("SIM.1", "SIM.1"));

        apply(resync("SIM", RecordKind.TRADE, "SIM.1"));

        assertThat(books.orders()).hasSize(1);
        assertThat(books.trades()).isEmpty();
    }

    @Test
    void keepsEverythingWhenAGatewayGoesDown() {
        GatewayStatus down = new GatewayStatus("SIM", GatewayState.DOWN, "closed", NOON);
        apply(order("SIM.1", Status.NOTTRADED, 0), down);

        assertThat(books.orders()).hasSize(1);
        assertThat(books.gatewayStatus("SIM")).contains(down);
        assertThat(books.gatewayStatuses()).containsExactly(down);
        assertThat(books.gatewayStatus("OTHER")).isEmpty();
    }

    @Test
    void showsEverythingInASnapshot() {
        GatewayStatus live = new GatewayStatus("SIM", GatewayState.LIVE, "", NOON);
        apply(contract("SIM", RB), Account.of("SIM", "1", 1, 0), position("SIM", Direction.LONG, 1, 1),
                order("SIM.1", Status.NOTTRADED, 0), trade("SIM.t", "SIM.1"), quote("SIM.q", Status.NOTTRADED), live,
                tick("SIM", RB, 1));

        assertThat(books.snapshot()).isEqualTo(new Snapshot(
                List.of(contract("SIM", RB)), List.of(Account.of("SIM", "1", 1, 0)),
                List.of(position("SIM", Direction.LONG, 1, 1)), List.of(order("SIM.1", Status.NOTTRADED, 0)),
                List.of(trade("SIM.t", "SIM.1")), List.of(quote("SIM.q", Status.NOTTRADED)), List.of(live),
                List.of(tick("SIM", RB, 1))));
    }
}

package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.AU;
import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Trade;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Books that are not the server's any more: they are noticed, named and mended. */
@Timeout(60)
class BooksCheckTest {

    private static final String AGAIN = "the books are equal to the server's again";

    private final Rig rig = new Rig();
    private MainEngine server;
    private FakeGateway ctp;
    private MainEngine client;
    private Recorder recorder;

    @BeforeEach
    void connect() {
        server = rig.server("CTP");
        ctp = Rig.fake(server, "CTP");
        ctp.list(RB, AU);
        ctp.publish(Samples.order("CTP", "1", Status.NOTTRADED, 0), Samples.order("CTP", "2", Status.PARTTRADED, 4),
                Samples.trade("CTP", "t1", "2"), Samples.trade("CTP", "t2", "2"),
                Samples.quote("CTP", "q1", Status.NOTTRADED), Samples.position("CTP", RB, Direction.LONG, 1),
                Samples.account("CTP", 10));
        client = rig.client(server);
        Rig.awaitSign(client, "equal");
        recorder = Recorder.of(client);
        rig.letDiffer();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    /** Puts events into the client's books that the server knows nothing of, and has the books compared. */
    private void forge(Event... events) {
        for (Event event : events) client.events().publish(event);
        ctp.publish(Samples.account("CTP", 11));
    }

    private static Resync gone(RecordKind kind, String... ids) {
        return new Resync("RPC.CTP", Map.of(kind, Set.of(ids).stream().map(id -> Id.of("RPC.CTP", id))
                .collect(Collectors.toSet())), Samples.NOON);
    }

    private List<String> warnings() {
        return recorder.of(LogEntry.class).stream().filter(entry -> entry.level() == LogLevel.WARNING)
                .filter(entry -> entry.gateway().equals("RPC")).map(LogEntry::message).toList();
    }

    private void assertHealed() {
        recorder.await(LogEntry.class, entry -> entry.message().equals(AGAIN));
        Rig.awaitSign(client, "equal");
        rig.settle(server, client);
        assertThat(Rig.count(client, "digests that differed")).isPositive();
        assertThat(Rig.count(client, "connects")).as("sessions").isEqualTo(2);
        Rig.assertSameBooks(client, server);
    }

    @Test
    void anOrderThatWentAheadGoesBackToWhatTheServerHas() {
        Order forged = Samples.order("RPC.CTP", "1", Status.CANCELLED, 0);

        forge(forged);

        assertHealed();
        Order good = Samples.order("RPC.CTP", "1", Status.NOTTRADED, 0);
        assertThat(warnings()).anySatisfy(warning -> assertThat(warning)
                .contains("differ from the server's as of its sequence", "orders (2 here, 2 there)",
                        "taking a fresh snapshot").doesNotContain("trades"));
        assertThat(warnings()).contains(
                "order RPC.CTP.1 differed: here " + forged + ", at the server " + good);
        assertThat(recorder.of(Order.class)).containsExactly(forged, good);
        assertThat(recorder.of(Resync.class)).extracting(resync -> resync.removed(RecordKind.ORDER))
                .containsExactly(Set.of(Id.parse("RPC.CTP.1")), Set.of());
        assertThat(recorder.of(Trade.class)).isEmpty();
    }

    @Test
    void aTradeThatIsAnotherIsReplacedAndTheOthersAreNotSeenAgain() {
        Trade forged = Samples.trade("RPC.CTP", "t1", "2").toBuilder().volume(5).build();

        forge(gone(RecordKind.TRADE, "t1"), forged, Samples.trade("RPC.CTP", "t3", "2"));

        assertHealed();
        assertThat(recorder.of(Trade.class)).containsExactly(forged, Samples.trade("RPC.CTP", "t3", "2"),
                Samples.trade("RPC.CTP", "t1", "2"));
        assertThat(warnings()).anySatisfy(warning -> assertThat(warning).contains("trades (3 here, 2 there)"))
                .anySatisfy(warning -> assertThat(warning).contains("trade RPC.CTP.t3 differed: here Trade[")
                        .endsWith("at the server none"));
    }

    @Test
    void whatWasTakenOutComesBack() {
        forge(gone(RecordKind.ORDER, "2"), gone(RecordKind.TRADE, "t2"), gone(RecordKind.QUOTE, "q1"),
                gone(RecordKind.CONTRACT, AU.toString()), gone(RecordKind.POSITION, RB + ".LONG"),
                gone(RecordKind.ACCOUNT, "main.1"));

        assertHealed();
        assertThat(recorder.of(Trade.class)).containsExactly(Samples.trade("RPC.CTP", "t2", "2"));
        assertThat(recorder.of(Order.class)).containsExactly(Samples.order("RPC.CTP", "2", Status.PARTTRADED, 4));
        assertThat(warnings()).anySatisfy(warning -> assertThat(warning)
                .startsWith("trade RPC.CTP.t2 differed: here none, at the server Trade["));
    }

    @Test
    void everyKindOfRecordIsCompared() {
        forge(Samples.contract("RPC.CTP", Samples.DOTTED), Samples.account("RPC.X", 3),
                Samples.position("RPC.CTP", AU, Direction.LONG, 1),
                Samples.order("RPC.CTP", "9", Status.NOTTRADED, 0), Samples.trade("RPC.CTP", "t9", "9"),
                Samples.quote("RPC.CTP", "q1", Status.CANCELLED));

        assertHealed();
        assertThat(warnings()).anySatisfy(warning -> assertThat(warning).contains(
                "contracts (3 here, 2 there), accounts (2 here, 1 there), positions (2 here, 1 there), "
                        + "orders (3 here, 2 there), trades (3 here, 2 there), quotes (1 here, 1 there)"));
    }

    @Test
    void tenRecordsOfAKindAreNamedAndTheOthersCounted() {
        Event[] orders = new Event[25];
        for (int i = 0; i < orders.length; i++) {
            orders[i] = Samples.order("RPC.CTP", "forged" + i, Status.NOTTRADED, 0);
        }

        forge(orders);

        assertHealed();
        assertThat(warnings()).filteredOn(warning -> warning.startsWith("order RPC.CTP.forged")).hasSize(10);
        assertThat(warnings()).contains("15 more orders differed");
    }

    @Test
    void recordsOfOtherGatewaysHereAreNotCompared() {
        client.addGateway(new FakeGateway.Provider("RPC2"), "RPC2");
        Rig.fake(client, "RPC2").publish(Samples.order("RPC2", "1", Status.NOTTRADED, 0), Samples.account("RPC2", 1),
                Samples.trade("RPC2", "t1", "1"));
        Rig.fake(client, "RPC2").list(RB);
        long compared = Rig.count(client, "digests compared");

        ctp.publish(Samples.order("CTP", "3", Status.NOTTRADED, 0));
        Wait.until("compared", () -> Rig.count(client, "digests compared") > compared);

        rig.settle(server, client);
        assertThat(client.orders()).hasSize(4);
        assertThat(Rig.count(client, "digests that differed")).isZero();
        assertThat(Rig.sign(client)).isEqualTo("equal");
    }

    @Test
    void aSessionThatIsTakenUpAgainGoesOnComparing() {
        Rig.disconnectAll(server);
        Wait.until("connected again", () -> Rig.count(client, "connects") == 2);
        Rig.awaitLive(client);
        long compared = Rig.count(client, "digests compared");

        ctp.publish(Samples.order("CTP", "3", Status.NOTTRADED, 0));
        Wait.until("compared", () -> Rig.count(client, "digests compared") > compared);
        assertThat(Rig.count(client, "digests that differed")).isZero();
        forge(Samples.order("RPC.CTP", "3", Status.CANCELLED, 0));

        recorder.await(LogEntry.class, entry -> entry.message().equals(AGAIN));
        rig.settle(server, client);
        Rig.assertSameBooks(client, server);
    }

    @Test
    void aServerThatUsesTheSameIdsForOtherThingsReplacesThem() {
        int port = Rig.port(server);
        server.close();
        MainEngine other = rig.server("CTP");
        Rig.stop(other);
        Rig.fake(other, "CTP").publish(Samples.order("CTP", "2", Status.SUBMITTING, 0),
                Samples.trade("CTP", "t1", "2").toBuilder().volume(7).build(),
                Samples.quote("CTP", "q1", Status.SUBMITTING));
        rig.settle(other, other);
        Rig.start(other, port);
        recorder.await(Resync.class, resync -> resync.removed(RecordKind.ORDER).contains(Id.parse("RPC.CTP.1")));
        Rig.awaitLive(client);
        rig.settle(other, client);

        Rig.assertSameBooks(client, other);
        assertThat(recorder.of(Trade.class)).extracting(Trade::volume).containsExactly(7.0);
        assertThat(Rig.count(client, "digests that differed")).isZero();
    }

    @Test
    void eachHopComparesItsOwnBooks() {
        Rig.start(startService(client), 0);
        MainEngine desk = rig.client(client);
        Rig.awaitSign(desk, "equal");
        Recorder atDesk = Recorder.of(desk);

        forge(Samples.order("RPC.CTP", "1", Status.CANCELLED, 0));
        assertHealed();
        rig.settle(server, desk);

        assertThat(atDesk.of(Order.class)).extracting(Order::status)
                .containsExactly(Status.CANCELLED, Status.NOTTRADED);
        Rig.assertSameBooks(desk, client);
        assertThat(Rig.count(desk, "digests that differed")).isZero();
        desk.events().publish(Samples.order("RPC.RPC.CTP", "2", Status.CANCELLED, 4));
        ctp.publish(Samples.account("CTP", 12));
        atDesk.await(LogEntry.class, entry -> entry.gateway().equals("RPC") && entry.message().equals(AGAIN));
        Rig.assertSameBooks(desk, client);
        assertThat(Rig.count(client, "connects")).isEqualTo(2);
    }

    private static MainEngine startService(MainEngine engine) {
        engine.addApp("RpcService");
        return engine;
    }
}

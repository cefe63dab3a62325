package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.AU;
import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Conflated;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A chain: an exchange's engine A, a relay B that is its client and a server itself, and B's client C. */
@Timeout(60)
class RelayTest {

    private final Rig rig = new Rig();
    private MainEngine a;
    private MainEngine b;
    private MainEngine c;
    private FakeGateway sim;

    @BeforeEach
    void start() {
        a = rig.server("SIM");
        sim = Rig.fake(a, "SIM");
        sim.list(RB, AU);
        b = rig.server();
        Rig.connect(b, Rig.address(a), "name=relay");
        Rig.awaitLive(b);
        c = rig.client(b, "name=desk");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void recordsAndTicksCrossBothHopsWithNestedIds() {
        Recorder recorder = Recorder.of(c);
        assertThat(c.subscribe(new SubscribeRequest("RPC", RB)).acceptedId())
                .contains(Id.parse("RPC.RPC.SIM.rb2610.SHFE"));

        sim.publish(Samples.order("SIM", "7.a", Status.PARTTRADED, 1), Samples.trade("SIM", "t.1", "7.a"),
                Samples.account("SIM", 3), Samples.tick("SIM", RB, 9));
        rig.settle(a, c);

        assertThat(c.orders()).extracting(Order::id).containsExactly(Id.parse("RPC.RPC.SIM.7.a"));
        assertThat(recorder.of(Trade.class)).containsExactly(Samples.trade("SIM", "t.1", "7.a").at("RPC.RPC.SIM"));
        assertThat(recorder.of(Tick.class)).containsExactly(
                Samples.tick("SIM", RB, 9).toBuilder().gateway("RPC.RPC.SIM").build());
        Rig.assertSameBooks(b, a);
        Rig.assertSameBooks(c, b);
    }

    @Test
    void ordersAndCancelsGoThroughTwoHopsWithOwnerKeyAndReference() {
        Outcome outcome = c.sendOrder(Samples.buy("RPC", AU).withClientKey("key-1").withReference("grid"));
        rig.settle(a, c);
        Id id = outcome.acceptedId().orElseThrow();

        assertThat(id).isEqualTo(Id.parse("RPC.RPC.SIM.7"));
        OrderRequest asked = sim.asked(OrderRequest.class).get(0);
        assertThat(asked.gateway()).isEqualTo("SIM");
        assertThat(asked.clientKey()).isEqualTo("key-1");
        assertThat(asked.reference()).isEqualTo("grid");
        Order order = c.order(id).orElseThrow();
        assertThat(order.clientKey()).isEqualTo("key-1");
        assertThat(order.reference()).isEqualTo("grid");
        assertThat(order.owner()).isEqualTo(a.order(Id.parse("SIM.7")).orElseThrow().owner()).isEqualTo("relay");
        assertThat(c.cancelOrder(id).isAccepted()).isTrue();
        assertThat(sim.asked(CancelRequest.class)).containsExactly(new CancelRequest(Id.parse("SIM.7"), AU));
    }

    @Test
    void resyncsConflationAndStatesCross() {
        Recorder recorder = Recorder.of(c);
        sim.publish(Samples.order("SIM", "1", Status.NOTTRADED, 0));
        sim.publish(new Resync("SIM", Map.of(RecordKind.ORDER, Set.of(Id.parse("SIM.1"))), Samples.NOON),
                new Conflated("SIM", 17), new Conflated("", 4));
        sim.report(GatewayState.DOWN, "the front is closed");
        rig.settle(a, c);

        assertThat(recorder.of(Resync.class)).containsExactly(new Resync("RPC.RPC.SIM",
                Map.of(RecordKind.ORDER, Set.of(Id.parse("RPC.RPC.SIM.1"))), Samples.NOON));
        assertThat(recorder.of(Conflated.class)).containsExactly(new Conflated("RPC.RPC.SIM", 17),
                new Conflated("RPC.RPC", 4));
        assertThat(c.orders()).isEmpty();
        assertThat(c.gatewayStatus("RPC.RPC.SIM").orElseThrow().detail()).isEqualTo("the front is closed");
        assertThat(c.gatewayStatus("RPC.RPC").orElseThrow().state()).isEqualTo(GatewayState.LIVE);
    }

    @Test
    void aBreakUpstreamIsSeenDownstreamAndSoIsItsResync() {
        sim.publish(Samples.order("SIM", "1", Status.NOTTRADED, 0), Samples.trade("SIM", "t1", "1"));
        rig.settle(a, c);
        Recorder recorder = Recorder.of(c);
        int port = Rig.port(a);

        Rig.stop(a);
        Rig.awaitState(c, "RPC.RPC", GatewayState.CONNECTING);
        Rig.awaitState(c, "RPC.RPC.SIM", GatewayState.DOWN);
        assertThat(c.gatewayStatus("RPC").orElseThrow().state()).isNotEqualTo(GatewayState.DOWN);
        assertThat(c.sendOrder(Samples.buy("RPC.RPC.SIM", RB)).whyRefused().orElseThrow().rule())
                .isEqualTo("not-connected");
        sim.publish(Samples.order("SIM", "1", Status.CANCELLED, 0), Samples.order("SIM", "2", Status.NOTTRADED, 0));
        Rig.start(a, port);
        Rig.awaitState(c, "RPC.RPC", GatewayState.LIVE);
        rig.settle(a, c);

        assertThat(recorder.of(Resync.class)).extracting(Resync::gateway).containsExactly("RPC.RPC");
        assertThat(recorder.of(Trade.class)).isEmpty();
        assertThat(recorder.of(Order.class)).extracting(order -> order.id() + " " + order.status())
                .containsExactlyInAnyOrder("RPC.RPC.SIM.1 CANCELLED", "RPC.RPC.SIM.2 NOTTRADED");
        Rig.assertSameBooks(b, a);
        Rig.assertSameBooks(c, b);
    }

    @Test
    void aRelayThatStartsAnewLetsClientsInWhenItsBooksAreFilledSoThatNoTradeComesTwice() {
        sim.publish(Samples.order("SIM", "1", Status.PARTTRADED, 1), Samples.trade("SIM", "t1", "1"));
        rig.settle(a, c);
        Recorder recorder = Recorder.of(c);
        int port = Rig.port(b);
        int upstream = Rig.port(a);
        String address = Rig.address(a);
        Rig.stop(a);
        b.close();
        MainEngine anew = rig.engine();
        Rig.connect(anew, address, "name=relay");
        anew.addApp("RpcService");
        Rig.start(anew, port);
        Wait.until(() -> "held back: " + c.gatewayStatus("RPC"), Wait.PATIENCE,
                () -> c.gatewayStatus("RPC").orElseThrow().detail().contains("[filling]"));
        sim.publish(Samples.trade("SIM", "t2", "1"));

        Rig.start(a, upstream);
        Rig.awaitLive(c);
        rig.settle(a, c);

        assertThat(recorder.of(Trade.class)).extracting(Trade::id).containsExactly(Id.parse("RPC.RPC.SIM.t2"));
        assertThat(recorder.of(Resync.class)).extracting(Resync::removed).containsOnly(Map.of());
        Rig.assertSameBooks(c, anew);
    }
}

package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.ConversionMode;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Depth;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Status;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A client that trades on paper, and has a right to the real gateway alone. */
@Timeout(60)
class PaperRightsTest {

    private static final String PAPER = "RPC.PAPER-alice";

    @TempDir
    private Path home;
    private final Rig rig = new Rig();
    private MainEngine server;
    private MainEngine alice;

    @BeforeEach
    void start() {
        ClientsFileRig clients = new ClientsFileRig(home).put("alice", "role=trader", "gateways=CTP")
                .put("bob", "role=trader", "gateways=CTP");
        server = rig.engine();
        server.addGateway(new FakeGateway.Provider("CTP"), "CTP");
        server.connect("CTP", Map.of());
        server.addApp("Paper");
        server.start("Paper", Map.of("clients", "alice"));
        server.addApp("RpcService");
        Rig.start(server, 0, "login=required", "clients=" + clients.file());
        FakeGateway ctp = Rig.fake(server, "CTP");
        ctp.list(RB);
        ctp.publish(Samples.position("CTP", RB, Direction.LONG, 8), Samples.tick("CTP", RB, 3000).toBuilder()
                .limitUp(0).limitDown(0).depth(Depth.of(2999, 5, 3001, 5)).build());
        alice = client("alice");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private MainEngine client(String name) {
        return rig.client(server, "token=" + ClientsFileRig.tokenOf(name));
    }

    private Id buy(double price) {
        return alice.sendOrder(OrderRequest.limit("RPC.CTP", RB, Direction.LONG, Offset.OPEN, 1, price)).acceptedId()
                .orElseThrow();
    }

    @Test
    void seesItsPaperGatewayAndNobodyElseDoes() {
        MainEngine bob = client("bob");
        Id filled = buy(3001);
        Id waiting = buy(2990);
        Wait.until("both are known", () -> alice.order(waiting).isPresent() && alice.trades(filled).size() == 1);

        assertThat(alice.order(filled).orElseThrow().status()).isEqualTo(Status.ALLTRADED);
        assertThat(alice.account(Id.parse(PAPER + ".alice"))).isPresent();
        assertThat(alice.position(Position.idOf(PAPER, RB, Direction.LONG)).orElseThrow().volume()).isEqualTo(1);
        assertThat(alice.cancelOrder(new CancelRequest(waiting, RB)).isAccepted()).isTrue();
        Rig.awaitSign(alice, "equal");
        Rig.awaitSign(bob, "equal");
        assertThat(bob.orders()).isEmpty();
        assertThat(bob.gatewayStatus(PAPER)).isEmpty();
    }

    @Test
    void whatItHoldsOnPaperCountsForOffsetsThere() {
        Id filled = buy(3001);
        Wait.until("it is held", () -> alice.trades(filled).size() == 1
                && alice.position(Position.idOf(PAPER, RB, Direction.LONG)).isPresent());

        OrderRequest close = OrderRequest.limit(PAPER, RB, Direction.SHORT, Offset.CLOSE, 1, 2999);
        assertThat(alice.convert(close, ConversionMode.DEFAULT).requests()).singleElement()
                .extracting(OrderRequest::offset).isEqualTo(Offset.CLOSETODAY);
        OrderRequest more = OrderRequest.limit(PAPER, RB, Direction.SHORT, Offset.CLOSE, 2, 2999);
        assertThat(alice.convert(more, ConversionMode.DEFAULT).requests()).isEmpty();
    }
}

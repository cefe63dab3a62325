package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.AU;
import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.StateRecord;
import io.trunkline.engine.model.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server that asks its clients who they are: a viewer, three traders and a supervisor. */
abstract class RightsFixture {

    @TempDir
    Path home;
    final Rig rig = new Rig();
    ClientsFileRig clients;
    MainEngine server;
    FakeGateway ctp;
    FakeGateway ctp2;

    @BeforeEach
    void start() {
        clients = new ClientsFileRig(home)
                .put("vera", "role=viewer").put("tom", "role=trader").put("tina", "role=trader", "orders=own")
                .put("rob", "role=trader", "instruments=rb*.SHFE", "gateways=CTP").put("sue", "role=supervisor");
        server = rig.engine(Rig.OPTIONS.withHome(home));
        for (String name : List.of("CTP", "CTP2")) {
            server.addGateway(new FakeGateway.Provider(name), name);
            server.connect(name, Map.of());
        }
        server.addApp("RpcService");
        Rig.start(server, 0, "login=required", "clients=" + clients.file(), "heartbeat=100ms");
        ctp = Rig.fake(server, "CTP");
        ctp2 = Rig.fake(server, "CTP2");
        ctp.list(RB, AU);
        ctp2.list(RB);
        ctp.publish(Samples.account("CTP", 10), Samples.position("CTP", AU, Direction.LONG, 1),
                Samples.order("CTP", "1", Status.NOTTRADED, 0), Samples.trade("CTP", "t1", "1"));
        ctp2.publish(Samples.account("CTP2", 10));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    MainEngine client(String name, String... more) {
        return rig.client(server, Stream.concat(Stream.of("token=" + ClientsFileRig.tokenOf(name)), Stream.of(more))
                .toArray(String[]::new));
    }

    static Id buy(MainEngine client, InstrumentId instrument) {
        Outcome outcome = client.sendOrder(Samples.buy("RPC.CTP", instrument));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return outcome.acceptedId().orElseThrow();
    }

    static String ruleOf(Outcome outcome) {
        return outcome.whyRefused().orElseThrow(() -> new AssertionError(outcome)).rule();
    }

    static List<String> ids(List<? extends StateRecord> records) {
        return records.stream().map(record -> record.id().value()).toList();
    }
}

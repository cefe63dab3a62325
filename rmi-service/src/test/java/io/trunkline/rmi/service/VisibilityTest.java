package io.trunkline.rmi.service;

import static io.trunkline.rmi.service.Served.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Tick;
import io.trunkline.rmi.wire.ActionRequest;
import io.trunkline.rmi.wire.LookUp;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.RpcSession;
import io.trunkline.rmi.wire.Waiting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bytes are that a client gets who may not see everything. */
@Timeout(30)
class VisibilityTest {

    @TempDir
    private Path folder;

    private Served served(String rights) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((byte) 0);
        String hash = HexFormat.of().formatHex(digest.digest(new byte[] {0x7A}));
        Path clients = Files.writeString(folder.resolve("clients"), "me.token=sha256:00:" + hash + "\nme." + rights);
        return Served.start("clients", clients.toString());
    }

    private static TestClient open(Served served, boolean allTicks) throws Exception {
        return TestClient.open(served.app.status(), new TestClient.Manners("x", allTicks, Protocol.VERSION, null, "7a"));
    }

    private static List<Event> find(RpcSession session, LookUp.Kind kind, String key) throws Exception {
        return LookUp.decodeReply(session.lookUp(new LookUp(kind, key).encode()), "");
    }

    private static Order order(String local, String owner) {
        return Order.of(Served.BUY.withOwner(owner), "FAKE", local);
    }

    private static void publish(Served served, Event... events) {
        for (Event event : events) served.gateway.publish(event);
    }

    @Test
    void lookUpsAnswerOnlyWhatMayBeSeen() throws Exception {
        try (Served served = served("orders=own")) {
            served.gateway.publish(order("1", "other"));
            served.gateway.publish(order("2", "me"));
            served.drain();
            try (TestClient client = open(served, false)) {
                RpcSession session = client.session();
                assertThat(find(session, LookUp.Kind.ORDERS, "")).isEqualTo(List.of(order("2", "me")));
                assertThat(find(session, LookUp.Kind.ORDERS, "FAKE.1")).isEmpty();
                assertThat(find(session, LookUp.Kind.CONTRACTS, "")).hasSize(2);
                assertThat(session.lookUp(new LookUp(LookUp.Kind.MONITORS, "").encode())).isEmpty();
                assertThat(session.lookUp(new LookUp(LookUp.Kind.ACTIONS, "").encode())).isEmpty();
                ActionRequest.Answer answer = ActionRequest.Answer.decode(session.act(new byte[] {1}));
                assertThat(answer.refusal().rule()).isEqualTo("bad-request");
            }
        }
    }

    /** Definitions that are left out leave gaps between numbers; no name of another crosses. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noFrameTellsOfWhatIsHidden(boolean allTicks) throws Exception {
        try (Served served = served("instruments=hc*.SHFE\nme.orders=own")) {
            publish(served, order("1", "secret-owner"), Served.tick(RB, 1));
            served.drain();
            try (TestClient client = open(served, allTicks)) {
                publish(served, order("2", "later-owner"), Served.tick(RB, 2));
                Order own = Order.of(Served.BUY.withOwner("me"), "FAKE", "3").toBuilder().instrument(Served.HC).build();
                publish(served, own, Served.tick(Served.HC, 3));
                Waiting.until(() -> client.hasOrder("3"), () -> client.fault);
                if (allTicks) Waiting.until(() -> client.ticks.size() == 1, () -> client.fault);

                assertThat(client.events).filteredOn(Order.class::isInstance).containsExactly(own);
                assertThat(client.ticks).allMatch(tick -> tick.instrument().equals(Served.HC));
                assertThat(client.ticks).extracting(Tick::lastPrice).isSubsetOf(3.0);
                String bytes = new String(client.received(), StandardCharsets.ISO_8859_1);
                assertThat(bytes).contains("hc2610").doesNotContain("rb2610", "secret-owner", "later-owner");
            }
        }
    }
}

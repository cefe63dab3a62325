package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.rmi.wire.Beat;
import io.trunkline.rmi.wire.BeatReply;
import io.trunkline.rmi.wire.Canary;
import io.trunkline.rmi.wire.OpenRequest;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.RawCall;
import io.trunkline.rmi.wire.RpcService;
import io.trunkline.rmi.wire.RpcSession;
import io.trunkline.rmi.wire.Waiting;
import java.io.IOException;
import java.lang.reflect.Method;
import java.rmi.NoSuchObjectException;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a stranger tries on the running service. */
@Timeout(60)
class ServiceAttackTest {

    private static int portOf(Served served) {
        return Integer.parseInt(served.app.status().replaceAll(".*:", ""));
    }

    private static byte[] serviceId(TestClient client) throws RemoteException {
        String name = Arrays.stream(client.caller().listNames()).filter(each -> each.contains(":")).findFirst()
                .orElseThrow();
        return HexFormat.of().parseHex(name.substring(name.indexOf(':') + 1));
    }

    @Test
    void noMethodDeserializesAForeignObject() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            int before = Canary.SUNG.get();
            for (Object foreign : List.of(new Canary(), new HashMap<>(Map.of(1, new Canary())),
                    new Object[] {new Canary()}, "text")) {
                for (Method method : RpcSession.class.getMethods()) {
                    assertThatThrownBy(() -> RawCall.make(portOf(served), client.opened().sessionId(), method, foreign))
                            .as("%s %s", method.getName(), foreign).isInstanceOf(IOException.class);
                }
                Method open = RpcService.class.getMethod("open", byte[].class);
                assertThatThrownBy(() -> RawCall.make(portOf(served), serviceId(client), open, foreign))
                        .isInstanceOf(IOException.class);
            }
            assertThat(Canary.SUNG.get()).isEqualTo(before);
            assertThat(served.sessions()).isEqualTo(1);
            byte[] reply = client.session().beat(new Beat(0, System.nanoTime()).encode());
            assertThat(BeatReply.decode(reply).through()).isPositive();
        }
    }

    @Test
    void nothingAsAnArgumentIsRefusedInWords() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            byte[] session = client.opened().sessionId();
            for (Method method : RpcSession.class.getMethods()) {
                if (List.of("beat", "close").contains(method.getName())) continue;
                RawCall.make(portOf(served), session, method, null);
            }
            RawCall.make(portOf(served), serviceId(client), RpcService.class.getMethod("open", byte[].class), null);
            Method beat = RpcSession.class.getMethod("beat", byte[].class);
            assertThatThrownBy(() -> RawCall.make(portOf(served), session, beat, null))
                    .isInstanceOf(NoSuchObjectException.class);
            assertThat(served.gateway.asked).isEmpty();
            assertThat(served.sessions()).isEqualTo(1);
        }
    }

    @Test
    void theRegistryCannotBeChangedThroughThePort() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            Registry registry = LocateRegistry.getRegistry("127.0.0.1", portOf(served));
            String[] names = client.caller().listNames();
            assertThat(names).hasSize(2).contains("RpcService");
            assertThatThrownBy(() -> registry.rebind("RpcService", registry)).isInstanceOf(RemoteException.class);
            assertThatThrownBy(() -> registry.bind("x", registry)).isInstanceOf(RemoteException.class);
            assertThatThrownBy(() -> registry.unbind("RpcService")).isInstanceOf(RemoteException.class);
            assertThat(client.caller().listNames()).containsExactlyInAnyOrder(names);
        }
    }

    @Test
    void aGreetingWithAnyByteChangedOpensNoMoreThanOneSessionEach() throws Exception {
        try (Served served = Served.start("timeout", "2s"); TestClient client = served.client("a")) {
            OpenRequest request = new OpenRequest(Protocol.VERSION, "mutant", new byte[22], new byte[16], false,
                    client.opened().epoch(), 0, new byte[OpenRequest.INSTANCE_LENGTH], 0, "", OpenRequest.NEVER);
            byte[] bytes = request.encode();
            RpcService service = TestClient.service(client.caller());
            for (int at = 0; at < bytes.length; at++) {
                byte[] mutant = bytes.clone();
                mutant[at] ^= 0x55;
                assertThat(service.open(mutant)).isNotEmpty();
            }
            for (int length = 0; length < bytes.length; length++) assertThat(service.open(Arrays.copyOf(bytes, length)))
                    .isNotEmpty();
            Waiting.until(() -> { // one that opens no connection for its events is given up
                beat(client);
                return served.sessions() == 1;
            });
            assertThat(client.fault).isNull();
            assertThat(served.gateway.asked).isEmpty();
        }
    }

    private static void beat(TestClient client) {
        try {
            client.session().beat(new Beat(client.through, System.nanoTime()).encode());
        } catch (RemoteException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void comingAndGoingLeavesNoThreadAndNoConnection() throws Exception {
        try (Served served = Served.start()) {
            for (int i = 0; i < 30; i++) {
                try (TestClient client = served.client("c" + i)) {
                    if (i % 2 == 0) client.session().close(new byte[0]);
                    if (i % 2 == 0) Waiting.await(client.ended);
                }
            }
            served.gateway.publish(Served.tick(Served.RB, 1));
            Waiting.until(() -> {
                served.gateway.publish(Served.contract(Served.RB));
                return served.sessions() == 0;
            });
            Waiting.until(() -> served.figure("connections").equals(0));
            Waiting.until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().startsWith("rpc-session")));
        }
    }
}

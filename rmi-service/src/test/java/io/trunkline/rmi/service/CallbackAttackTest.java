package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.rmi.wire.Address;
import io.trunkline.rmi.wire.Canary;
import io.trunkline.rmi.wire.Epoch;
import io.trunkline.rmi.wire.EventStream;
import io.trunkline.rmi.wire.NaiveServer;
import io.trunkline.rmi.wire.ObjectIds;
import io.trunkline.rmi.wire.OpenReply;
import io.trunkline.rmi.wire.OpenRequest;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.RemoteCaller;
import io.trunkline.rmi.wire.RpcCallback;
import io.trunkline.rmi.wire.RpcService;
import io.trunkline.rmi.wire.RpcSession;
import io.trunkline.rmi.wire.Stranger;
import io.trunkline.rmi.wire.Waiting;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.rmi.Remote;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Callbacks that throw or return objects of foreign classes, and callbacks that are somebody else's: a server neither
 * deserializes what they answer nor connects to where they say to be.
 */
@Timeout(60)
class CallbackAttackTest {

    private static final byte[] NO_ID = new byte[22];

    /** A session whose client answers by hand. */
    private static final class Session implements AutoCloseable {
        private final byte[] secret = new byte[EventStream.SECRET_LENGTH];
        private final RemoteCaller caller;
        private final byte[] id;
        private final Socket socket;

        Session(Served served, byte[] callbackId) throws IOException {
            new SecureRandom().nextBytes(secret);
            caller = new RemoteCaller(Address.parse(served.app.status(), 0), TestClient.LONG, TestClient.LONG);
            byte[] reply = TestClient.service(caller).open(new OpenRequest(Protocol.VERSION, "bad", callbackId, secret,
                    false, Epoch.NONE, 0, secret, 0, "", OpenRequest.NEVER).encode());
            id = ((OpenReply.Opened) OpenReply.decode(reply)).sessionId();
            socket = Stranger.connect(served.port(), InetAddress.getLoopbackAddress());
            Stranger.takeStream(socket, secret);
        }

        void answer(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        /** Reads until the server ends the connection. */
        void drain() throws IOException {
            InputStream in = socket.getInputStream();
            try {
                while (in.read(new byte[4096]) >= 0) continue;
            } catch (SocketException e) {
                return; // a reset is an end as well
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
            caller.close();
        }
    }

    private static List<byte[]> foreign(Remote stub) throws IOException {
        return List.of(Stranger.exception(new Canary.Cry()), Stranger.result(new Canary()),
                Stranger.result(new Object[] {new Canary()}), Stranger.result(stub), Stranger.result("text"),
                "nothing of the protocol".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void whatACallbackThrowsOrReturnsIsNotDeserialized() throws Exception {
        int before = Canary.SUNG.get();
        try (NaiveServer naive = new NaiveServer()) {
            RpcCallback stub = naive.export(new RpcCallback() {
                @Override
                public void onEvents(EventStream events) {}

                @Override
                public void onClosed(byte[] reason) {
                    throw new Canary.Cry();
                }
            }, RpcCallback.class);
            assertThatThrownBy(() -> stub.onClosed(new byte[0])).isInstanceOf(Canary.Cry.class);
            assertThat(Canary.SUNG.get()).isEqualTo(before + 1);
        }
        try (Served served = Served.start(); TestClient good = served.client("good");
                NaiveServer third = new NaiveServer()) {
            Remote stub = third.export(request -> request, RpcService.class);
            for (byte[] each : foreign(stub)) {
                try (Session atOnce = new Session(served, NO_ID)) {
                    atOnce.answer(each);
                    Waiting.until(() -> served.sessions() == 1);
                }
                try (Session atTheEnd = new Session(served, NO_ID)) {
                    Stranger.sayReady(atTheEnd.socket);
                    atTheEnd.answer(each);
                    served.mark(good, "m");
                    atTheEnd.caller.proxy(RpcSession.class, atTheEnd.id).close(new byte[0]);
                    atTheEnd.drain();
                    assertThat(served.sessions()).isEqualTo(1);
                }
                try (Session broken = new Session(served, NO_ID);
                        Socket second = Stranger.connect(served.port(), InetAddress.getLoopbackAddress())) {
                    Stranger.offer(second, broken.secret);
                    broken.answer(each);
                    Stranger.takeCall(second); // which is to say why the session is over
                    second.getOutputStream().write(each);
                    second.getInputStream().readAllBytes();
                } catch (SocketException e) {
                    continue; // a reset is an end as well
                }
            }
            Waiting.until(() -> served.sessions() == 1);
            served.mark(good, "last");
            assertThat(good.fault).isNull();
            assertThat(Canary.SUNG.get()).isEqualTo(before + 1);
            assertThat(third.accepted()).isZero();
        }
    }

    @Test
    void aServerConnectsNowhereWhateverItIsGivenAsACallback() throws Exception {
        RpcService object = request -> request;
        try (NaiveServer naive = new NaiveServer(); NaiveServer third = new NaiveServer()) {
            byte[] open = naive.export((NaiveServer.Open) callback -> new byte[0]);
            Remote stub = third.export(object, RpcService.class);
            Stranger.hear(naive.number(), Stranger.call(open, NaiveServer.Open.class.getMethod("open",
                    Object.class), stub));
            assertThat(third.accepted()).isPositive();
        }
        try (Served served = Served.start("timeout", "2s"); TestClient good = served.client("good");
                NaiveServer third = new NaiveServer()) {
            Remote stub = third.export(object, RpcService.class);
            byte[] serviceId = TestClient.serviceId(good.caller());
            Method open = RpcService.class.getMethod("open", byte[].class);
            Stranger.hear(served.port(), Stranger.call(serviceId, open, stub));
            Stranger.hear(served.port(), Stranger.call(serviceId, open, new Object[] {stub}));
            for (Method method : RpcSession.class.getMethods()) {
                Stranger.hear(served.port(), Stranger.call(good.opened().sessionId(), method, stub));
            }
            byte[] request = new OpenRequest(Protocol.VERSION, "127.0.0.1:" + third.number(), ObjectIds.of(stub),
                    new byte[16], false, Epoch.NONE, 0, new byte[16], 0, "", OpenRequest.NEVER).encode();
            for (byte protocol : new byte[] {0x4B, 0x4C, 0x4D}) {
                Stranger.hearBare(served.port(), Stranger.join(saying(protocol, third.number()),
                        Stranger.call(serviceId, open, request)));
            }
            try (Session forged = new Session(served, ObjectIds.of(stub))) {
                forged.answer(Stranger.result(stub));
                Waiting.until(() -> served.sessions() == 1);
            }
            served.mark(good, "1");
            assertThat(third.accepted()).isZero();
        }
    }

    /** A greeting of one of the protocol's kinds by somebody who says to listen at a port of this machine. */
    private static byte[] saying(byte protocol, int port) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(Stranger.greeting(), 0, 6);
        out.write(protocol);
        out.writeUTF("127.0.0.1");
        out.writeInt(port);
        return bytes.toByteArray();
    }
}

package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.rmi.wire.Address;
import io.trunkline.rmi.wire.Epoch;
import io.trunkline.rmi.wire.OpenReply;
import io.trunkline.rmi.wire.OpenRequest;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.RemoteCaller;
import io.trunkline.rmi.wire.ReversePort;
import io.trunkline.rmi.wire.Waiting;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connections that clients open for their streams, over a port and over a Unix-domain socket. */
@Timeout(60)
class CallbackConnectionTest {

    private static final String TCP = "127.0.0.1";
    private static final String UNIX = "unix:s";

    @TempDir
    private Path folder;

    private Served start(String bind, String... more) {
        String[] settings = new String[more.length + 2];
        settings[0] = "bind";
        settings[1] = bind.replace("unix:", "unix:" + folder + "/");
        System.arraycopy(more, 0, settings, 2, more.length);
        return Served.start(settings);
    }

    private static byte[] request(String name, byte[] secret) {
        return new OpenRequest(Protocol.VERSION, name, new byte[22], secret, true, Epoch.NONE, 0, secret, 0, "",
                OpenRequest.NEVER)
                .encode();
    }

    @ParameterizedTest
    @ValueSource(strings = {TCP, UNIX})
    void aForeignOneWithAnotherSecretGetsNoStream(String bind) throws Exception {
        try (Served served = start(bind); ReversePort thief = new ReversePort(TestClient.LONG);
                TestClient client = served.client("a")) {
            byte[] wrong = client.secret().clone();
            wrong[0]++;
            RemoteCaller caller = new RemoteCaller(Address.parse(served.app.status(), 0), TestClient.LONG,
                    TestClient.LONG);
            caller.openReverse(thief, wrong);
            Waiting.until(() -> served.figure("connections turned away").equals(1L));
            served.mark(client, "1");
            assertThat(client.fault).isNull();
            caller.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TCP, UNIX})
    void moreThanOneDoNoHarmAndEndWithTheSession(String bind) throws Exception {
        try (Served served = start(bind); TestClient client = served.client("a")) {
            for (int i = 0; i < 5; i++) client.openReverse();
            Waiting.until(() -> served.figure("connections turned away").equals(3L));
            served.mark(client, "1");
            assertThat(client.fault).isNull();
            client.session().close(new byte[0]);
            Waiting.await(client.ended);
            assertThat(client.reason).isEqualTo("the client closed it");
            client.caller().close();
            Waiting.until(() -> served.figure("connections").equals(0));
            assertThat(served.sessions()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TCP, UNIX})
    void aSessionWithoutOneIsGivenUpAndSaidWhy(String bind) throws Exception {
        try (Served served = start(bind, "timeout", "500ms"); TestClient watcher = served.client("watcher")) {
            byte[] reply = TestClient.service(watcher.caller()).open(request("silent", new byte[16]));
            assertThat(OpenReply.decode(reply)).isInstanceOf(OpenReply.Opened.class);
            Waiting.until(() -> watcher.events.toString()
                    .contains("silent disconnected: the client opened no connection that takes events"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TCP, UNIX})
    void aSecretThatAnotherSessionHasIsRefused(String bind) throws Exception {
        try (Served served = start(bind); TestClient client = served.client("a")) {
            byte[] reply = TestClient.service(client.caller()).open(request("thief", client.secret()));
            assertThat(((OpenReply.Refused) OpenReply.decode(reply)).refusal().rule()).isEqualTo("secret");
            served.mark(client, "1");
            assertThat(served.sessions()).isEqualTo(1);
        }
    }
}

package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.rmi.wire.Address;
import io.trunkline.rmi.wire.OpenReply;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.RemoteCaller;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the service lets in. */
@Timeout(60)
class AdmissionTest {

    @Test
    void anotherVersionIsRefusedNamingBoth() throws IOException {
        try (Served served = Served.start();
                TestClient client = TestClient.open(served.app.status(),
                        new TestClient.Manners("a", false, 77, null))) {
            OpenReply.Refused refused = (OpenReply.Refused) client.reply();
            assertThat(refused.refusal().rule()).isEqualTo("version");
            assertThat(refused.refusal().message()).contains("77").contains("version " + Protocol.VERSION);
            assertThat(served.figure("clients refused")).isEqualTo(1L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "\u001b[31m", "a\u0007"})
    void aMalformedNameIsRefused(String name) throws IOException {
        try (Served served = Served.start(); TestClient client = TestClient.open(served.app.status(), name, false);
                TestClient tooLong = TestClient.open(served.app.status(), "x".repeat(65), false)) {
            assertThat(client.refusedBy()).isEqualTo("client-name");
            assertThat(tooLong.refusedBy()).isEqualTo("client-name");
            assertThat(served.sessions()).isZero();
        }
    }

    @Test
    void aGreetingThatIsNoneIsRefused() throws Exception {
        try (Served served = Served.start();
                RemoteCaller caller = new RemoteCaller(new Address.Tcp("127.0.0.1", served.port()), TestClient.LONG,
                        TestClient.LONG)) {
            for (byte[] bad : new byte[][] {{}, new byte[500],
                {0x4C, 0x4B, 0x52, 0x54, Protocol.VERSION, 0, 0, 0, 9}}) {
                OpenReply.Refused refused = (OpenReply.Refused) OpenReply.decode(TestClient.service(caller).open(bad));
                assertThat(refused.refusal().rule()).isEqualTo("bad-request");
            }
        }
    }

    @Test
    void clientsAboveTheLimitAreRefusedUntilOthersLeaveAlsoIfTheyComeTogether() throws Exception {
        try (Served served = Served.start("sessions", "2")) {
            List<CompletableFuture<TestClient>> opening = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String name = "c" + i;
                opening.add(CompletableFuture.supplyAsync(() -> {
                    try {
                        return TestClient.open(served.app.status(), name, false);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }));
            }
            List<TestClient> clients = opening.stream().map(CompletableFuture::join).toList();
            List<TestClient> inside = clients.stream().filter(client -> client.refusedBy().isEmpty()).toList();
            assertThat(inside).hasSize(2);
            assertThat(clients).filteredOn(client -> !inside.contains(client)).extracting(TestClient::refusedBy)
                    .containsOnly("too-many-sessions");

            inside.get(0).session().close(new byte[0]);
            try (TestClient next = served.client("next")) {
                assertThat(served.sessions()).isEqualTo(2);
                assertThat(next.opened().number()).isEqualTo(3);
            }
            clients.forEach(TestClient::close);
        }
    }
}

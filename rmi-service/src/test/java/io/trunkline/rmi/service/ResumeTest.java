package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.LogLevel;
import io.trunkline.rmi.wire.Chunk;
import io.trunkline.rmi.wire.Epoch;
import io.trunkline.rmi.wire.OpenReply;
import io.trunkline.rmi.wire.OpenRequest;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.Waiting;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whether a stream is taken up again, and where. */
@Timeout(60)
class ResumeTest {

    private static boolean isResumed(TestClient asker, Epoch epoch, long through) throws IOException {
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        OpenRequest request =
                new OpenRequest(Protocol.VERSION, "again", new byte[22], secret, true, epoch, through, secret, 0, "",
                        OpenRequest.NEVER);
        OpenReply.Opened opened =
                (OpenReply.Opened) OpenReply.decode(TestClient.service(asker.caller()).open(request.encode()));
        assertThat(opened.through()).isGreaterThanOrEqualTo(opened.resumed() ? through : 0);
        return opened.resumed();
    }

    @Test
    void aStreamIsTakenUpOnlyInItsEpochAndWhereTheLogStillHasIt() throws Exception {
        try (Served served = Served.start("log", "4"); TestClient client = served.client("a")) {
            served.mark(client, "1");
            long through = client.through;
            Epoch epoch = client.opened().epoch();

            assertThat(client.opened().resumed()).isFalse();
            assertThat(isResumed(client, epoch, through)).isTrue();
            assertThat(isResumed(client, epoch, 1)).isTrue();
            assertThat(isResumed(client, new Epoch(epoch.high(), epoch.low() + 1), through)).isFalse();
            assertThat(isResumed(client, epoch, through + 1_000_000)).isFalse();
            assertThat(isResumed(client, epoch, -1)).isFalse();

            for (int i = 0; i < 2000; i++) served.engine.log(LogLevel.INFO, "flood", "x".repeat(4000));
            served.drain();
            assertThat(isResumed(client, epoch, through)).isFalse();
        }
    }

    @Test
    void aStreamThatIsTakenUpGoesOnWithTheNextFrameAndHasNoSnapshot() throws Exception {
        try (Served served = Served.start(); TestClient first = served.client("a")) {
            served.mark(first, "1");
            long through = first.through;
            Epoch epoch = first.opened().epoch();
            first.session().close(new byte[0]);
            Waiting.await(first.ended);
            served.engine.log(LogLevel.INFO, "test", "missed");

            List<Chunk.Kind> kinds = new CopyOnWriteArrayList<>();
            List<Long> afters = new CopyOnWriteArrayList<>();
            TestClient.Manners manners = new TestClient.Manners("a", true, Protocol.VERSION, in -> {
                Chunk chunk = new Chunk();
                do {
                    chunk.read(in);
                    kinds.add(chunk.kind());
                    afters.add(chunk.after());
                } while (chunk.kind() != Chunk.Kind.CLOSE);
            });
            try (TestClient second = TestClient.resume(served.app.status(), manners, epoch, through)) {
                assertThat(second.opened().resumed()).isTrue();
                Waiting.until(() -> !kinds.isEmpty());
                assertThat(kinds).containsOnly(Chunk.Kind.EVENTS);
                assertThat(afters.get(0)).isEqualTo(through);
            }
        }
    }
}

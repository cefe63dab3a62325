package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.UnsubscribeRequest;
import io.trunkline.rmi.wire.Beat;
import io.trunkline.rmi.wire.BeatReply;
import io.trunkline.rmi.wire.Chunk;
import io.trunkline.rmi.wire.Messages;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.RpcSession;
import io.trunkline.rmi.wire.Waiting;
import java.io.IOException;
import java.rmi.NoSuchObjectException;
import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How sessions live and end. */
@Timeout(60)
class SessionTest {

    private final List<CountDownLatch> held = new ArrayList<>();

    @AfterEach
    void releaseAll() {
        held.forEach(CountDownLatch::countDown);
    }

    @Test
    void theEndOfASessionReleasesItsSubscriptions() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            assertThat(client.subscribe(Served.RB).isAccepted()).isTrue();
            client.session().close(new byte[0]);
            Waiting.until(() -> served.gateway.asked.stream().anyMatch(UnsubscribeRequest.class::isInstance));
        }
    }

    @Test
    void afterItsEndASessionIsGone() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            RpcSession session = client.session();
            assertThat(session.close(new byte[0])).isEmpty();
            assertThatThrownBy(() -> session.beat(new Beat(0, System.nanoTime()).encode()))
                    .isInstanceOf(NoSuchObjectException.class);
            assertThatThrownBy(() -> session.sendOrder(Messages.encode(Served.BUY)))
                    .isInstanceOf(NoSuchObjectException.class);
            Waiting.await(client.ended);
            assertThat(client.reason).isEqualTo("the client closed it");
            assertThat(served.gateway.asked).isEmpty();
        }
    }

    @Test
    void aBeatThatIsNoneDoesNotEndTheSession() throws Exception {
        try (Served served = Served.start(); TestClient client = served.client("a")) {
            assertThatThrownBy(() -> client.session().beat(new byte[3])).isInstanceOf(RemoteException.class);
            byte[] reply = client.session().beat(new Beat(0, System.nanoTime()).encode());
            assertThat(BeatReply.decode(reply).through()).isPositive();
        }
    }

    @Test
    void aClientThatGivesNoSignOfLifeIsEndedAndOneThatBeatsIsNot() throws Exception {
        try (Served served = Served.start("timeout", "1s", "heartbeat", "20ms");
                TestClient silent = served.client("silent"); TestClient lively = served.client("lively")) {
            RpcSession session = lively.session();
            Waiting.until(() -> {
                try {
                    session.beat(new Beat(lively.through, System.nanoTime()).encode());
                } catch (RemoteException e) {
                    throw new AssertionError(e);
                }
                return silent.ended.getCount() == 0;
            });
            Waiting.until(() -> served.sessions() == 1);
            assertThat(served.rows("sessions").get(0).get(1)).isEqualTo("lively");
            assertThat(lively.ended.getCount()).isEqualTo(1);
        }
    }

    @Test
    void signsOfLifeComeWhileNothingHappens() throws Exception {
        try (Served served = Served.start("heartbeat", "10ms"); TestClient client = served.client("a")) {
            int before = client.kinds.size();
            Waiting.until(() -> client.kinds.size() > before + 10);
            assertThat(client.events).isNotEmpty();
        }
    }

    private static void flood(Served served) {
        String text = "x".repeat(1 << 16);
        for (int i = 0; i < 400; i++) {
            served.gateway.publish(Order.of(Served.BUY, "FAKE", "f" + i).toBuilder().message(text).build());
        }
        served.drain();
    }

    /** Waits longer than any other wait of a test, so that it is never this that ends first. */
    private static void awaitLong(CountDownLatch release) throws IOException {
        try {
            assertThat(release.await(55, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** A client that reads nothing after the snapshot until the latch is counted down. */
    private TestClient deaf(Served served) throws IOException {
        CountDownLatch release = new CountDownLatch(1);
        held.add(release);
        TestClient client = TestClient.open(served.app.status(),
                new TestClient.Manners("deaf", true, Protocol.VERSION, in -> {
            Chunk chunk = new Chunk();
            do chunk.read(in);
            while (chunk.kind() != Chunk.Kind.SNAPSHOT_END);
            awaitLong(release);
        }));
        assertThat(client.refusedBy()).isEmpty();
        return client;
    }

    @Test
    void aClientThatTakesNothingIsEndedThoughItBeatsAndHoldsNobody() throws Exception {
        try (Served served = Served.start("timeout", "2s", "heartbeat", "20ms"); TestClient deaf = deaf(served);
                TestClient good = served.client("good")) {
            flood(served);
            RpcSession session = deaf.session();
            RpcSession other = good.session();
            Waiting.until(() -> {
                try {
                    other.beat(new Beat(good.through, System.nanoTime()).encode());
                    session.beat(new Beat(0, System.nanoTime()).encode());
                    return false;
                } catch (RemoteException e) {
                    return true;
                }
            });
            Waiting.until(() -> served.sessions() == 1);
            assertThat(served.rows("sessions").get(0).get(1)).isEqualTo("good");
            assertThat(good.fault).isNull();
            assertThat(good.events.stream().filter(Order.class::isInstance)).hasSize(400);
        }
    }

    @Test
    void theSenderOfAnEndedSessionDoesNotStayBlocked() throws Exception {
        try (Served served = Served.start("timeout", "1s"); TestClient deaf = deaf(served)) {
            String sender = "rpc-session-" + deaf.opened().number();
            flood(served);
            deaf.session().close(new byte[0]);
            assertThat(served.sessions()).isZero();
            Waiting.until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals(sender)));
        }
    }

    @Test
    void aCallbackThatThrowsEndsItsOwnSessionOnly() throws Exception {
        try (Served served = Served.start("heartbeat", "20ms"); TestClient good = served.client("good")) {
            try (TestClient bad = TestClient.open(served.app.status(),
                    new TestClient.Manners("bad", true, Protocol.VERSION, in -> {
                throw new IOException("I do not want this");
            }))) {
                assertThat(bad.refusedBy()).isEmpty();
                Waiting.until(() -> served.sessions() == 1);
                assertThat(good.ended.getCount()).isEqualTo(1);
                served.gateway.publish(Order.of(Served.BUY, "FAKE", "9"));
                Waiting.until(() -> good.events.stream().anyMatch(Order.class::isInstance));
            }
        }
    }

    @Test
    void aClientThatVanishesIsNoticed() throws Exception {
        try (Served served = Served.start("heartbeat", "20ms")) {
            try (TestClient client = served.client("brief")) {
                assertThat(served.sessions()).isEqualTo(1);
                assertThat(client.fault).isNull();
            }
            Waiting.until(() -> served.sessions() == 0);
        }
    }

    @Test
    void aClientFurtherBehindThanTheLogIsToldToStartOver() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        held.add(release);
        try (Served served = Served.start("log", "4"); TestClient late = deafUntil(served, release)) {
            flood(served);
            release.countDown();
            Waiting.await(late.ended);
            Waiting.until(() -> served.sessions() == 0);
            assertThat(served.figure("sessions reset")).isEqualTo(1L);
        }
    }

    private static TestClient deafUntil(Served served, CountDownLatch release) throws IOException {
        return TestClient.open(served.app.status(), new TestClient.Manners("late", true, Protocol.VERSION, in -> {
            Waiting.await(release);
            Chunk chunk = new Chunk();
            do chunk.read(in);
            while (chunk.kind() != Chunk.Kind.CLOSE);
            assertThat(Messages.decodeText(Arrays.copyOf(chunk.body(), chunk.length())))
                    .contains("4 MiB", " events and ");
        }));
    }
}

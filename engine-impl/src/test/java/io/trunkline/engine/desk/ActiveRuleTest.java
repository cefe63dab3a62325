package io.trunkline.engine.desk;

import static io.trunkline.engine.desk.Rig.accepted;
import static io.trunkline.engine.desk.Rig.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class ActiveRuleTest {

    private static int active(Rig rig, String client) {
        return rig.table("limits").stream().filter(row -> row.get(0).equals(client))
                .map(row -> (Integer) row.get(1)).findFirst().orElse(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"ALLTRADED", "CANCELLED", "REJECTED"})
    void refusesMoreActiveOrdersThanMayBeUntilOneEnds(Status end) {
        try (Rig rig = Rig.started(Map.of("activeOrders", "2"))) {
            Id first = accepted(rig.buy("alice", 1));
            accepted(rig.buy("alice", 1));
            assertRefused(rig.buy("alice", 1), "active-orders",
                    "with this alice would have 3 active orders, and 2 may be (Desk.activeOrders)");
            assertThat(rig.buy("bob", 1).isAccepted()).isTrue();

            rig.ended(first, Status.PARTTRADED);
            assertThat(rig.buy("alice", 1).isAccepted()).isFalse();
            rig.ended(first, end);
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
        }
    }

    @Test
    void countsAnOrderWhileItIsBeingSent() throws InterruptedException {
        try (Rig rig = Rig.started(Map.of("activeOrders", "1"))) {
            CountDownLatch calling = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            rig.exchange.onOrder = request -> {
                calling.countDown();
                Rig.await(release);
                return rig.exchange.accept(request);
            };
            Thread slow = new Thread(() -> rig.buy("alice", 1));
            slow.start();
            Rig.await(calling);

            assertThat(Rig.why(rig.buy("alice", 1)).rule()).isEqualTo("active-orders");

            release.countDown();
            slow.join();
        }
    }

    @Test
    void letsNoneSlipThroughWhenManySendAtOnce() throws InterruptedException {
        try (Rig rig = Rig.started(Map.of("activeOrders", "5", "all.activeOrders", "12"))) {
            Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
            CountDownLatch go = new CountDownLatch(1);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String client = "client" + i % 4;
                threads.add(new Thread(() -> {
                    Rig.await(go);
                    for (int n = 0; n < 50; n++) outcomes.add(rig.buy(client, 1));
                }));
            }
            threads.forEach(Thread::start);
            go.countDown();
            for (Thread thread : threads) thread.join();
            rig.drain();

            assertThat(outcomes.stream().filter(Outcome::isAccepted)).hasSize(12);
            assertThat(rig.engine.activeOrders()).hasSize(12);
            assertThat(active(rig, "(all)")).isEqualTo(12);
            for (int i = 0; i < 4; i++) assertThat(active(rig, "client" + i)).isLessThanOrEqualTo(5);
        }
    }

    @Test
    void keepsNoneWhenOrdersEndWhileTheyAreSent() throws InterruptedException {
        try (Rig rig = Rig.started(Map.of("all.activeOrders", "50"))) {
            rig.exchange.onOrder = request -> {
                Order order = Order.of(request, "X", "" + rig.exchange.sent.incrementAndGet()).toBuilder()
                        .clientKey(rig.exchange.sent.get() % 2 == 0 ? "" : request.clientKey()).build();
                rig.engine.events().publish(order);
                rig.engine.events().publish(order.toBuilder().status(Status.CANCELLED).build());
                return Outcome.accepted(order.id());
            };
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                threads.add(new Thread(() -> {
                    for (int n = 0; n < 500; n++) rig.buy("alice", 1);
                }));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) thread.join();
            rig.drain();

            assertThat(active(rig, "(all)")).isZero();
            assertThat(active(rig, "alice")).isZero();
        }
    }

    @Test
    void releasesWhatTheGatewayRefused() {
        try (Rig rig = Rig.started(Map.of("activeOrders", "1"))) {
            rig.exchange.onOrder = request -> Outcome.refused("no", "no");
            assertThat(Rig.why(rig.buy("alice", 1)).rule()).isEqualTo("no");
            assertThat(active(rig, "alice")).isZero();
        }
    }

    @Test
    void countsBothSidesOfAQuoteUntilItEnds() {
        try (Rig rig = Rig.started(Map.of("activeOrders", "2"))) {
            Id id = accepted(rig.of("alice").sendQuote(Rig.quote(1)));
            assertThat(rig.buy("alice", 1).isAccepted()).isFalse();
            rig.drain();
            Quote quote = rig.engine.quote(id).orElseThrow();
            rig.publish(quote.toBuilder().status(Status.CANCELLED).build());
            assertThat(rig.of("alice").sendQuote(Rig.quote(1)).isAccepted()).isTrue();
        }
    }

    @Test
    void knowsTheOrdersThatWereActiveBeforeItStarted() {
        try (Rig rig = Rig.stopped(EngineOptions.DEFAULTS)) {
            Id id = accepted(rig.buy("alice", 1));
            rig.drain();
            rig.start(Map.of("activeOrders", "1"));
            assertThat(Rig.why(rig.buy("alice", 1)).rule()).isEqualTo("active-orders");
            rig.ended(id, Status.CANCELLED);
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
        }
    }

    @Test
    void releasesWhatAGatewayNoLongerHas() {
        try (Rig rig = Rig.started(Map.of("activeOrders", "1"))) {
            Id id = accepted(rig.buy("alice", 1));
            rig.drain();
            rig.publish(new Resync("X", Map.of(RecordKind.ORDER, Set.of(id)), Rig.NOON));
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
        }
    }

    @Test
    void countsAnOrderInDoubtUntilItIsKnownNotToHaveBeenSent() {
        try (Rig rig = Rig.started(Map.of("activeOrders", "1"))) {
            rig.exchange.onOrder = request -> new Outcome.InDoubt(request.clientKey(), "the line broke");
            rig.exchange.onOutcome = key -> new Outcome.InDoubt(key, "the line is broken");
            assertThat(rig.buy("alice", 1)).isInstanceOf(Outcome.InDoubt.class);
            assertThat(Rig.why(rig.buy("alice", 1)).rule()).isEqualTo("active-orders");

            rig.exchange.onOutcome = Outcome.NeverReceived::new;
            ((DeskApp) rig.desk).settleDoubts();
            assertThat(active(rig, "alice")).isZero();
        }
    }
}

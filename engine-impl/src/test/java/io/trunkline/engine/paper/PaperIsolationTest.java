package io.trunkline.engine.paper;

import static io.trunkline.engine.paper.PaperRig.RB;
import static io.trunkline.engine.paper.PaperRig.accepted;
import static io.trunkline.engine.paper.PaperRig.assertRefused;
import static io.trunkline.engine.paper.PaperRig.buying;
import static io.trunkline.engine.paper.PaperRig.quoting;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.Decision;
import io.trunkline.engine.Interceptor;
import io.trunkline.engine.Origin;
import io.trunkline.engine.RequestPort;
import io.trunkline.engine.desk.DeskProvider;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing of a client that trades on paper reaches a real exchange. */
@Timeout(60)
class PaperIsolationTest {

    /** Runs something whenever a client asks for something, before the interceptors after it are asked. */
    private record Before(Runnable action) implements Interceptor {

        @Override
        public String name() {
            return "before";
        }

        @Override
        public Decision before(Request request, Origin origin) {
            if (!origin.isLocal()) action.run();
            return Decision.PASS;
        }
    }

    @Test
    void neitherOrdersNorQuotesNorCancelsReachItByAnyPath() {
        try (PaperRig rig = PaperRig.of("alice")) {
            RealExchange far = rig.add("R", true);
            rig.list("R.CTP", RB);
            RequestPort alice = rig.port("alice");
            alice.sendOrder(OrderRequest.limit("R", RB, Direction.LONG, Offset.OPEN, 1, 3000));
            for (String path : List.of("X", "R", "R.CTP", "R.other", "R.CTP.x", "X.y", "PAPER-alice", "none")) {
                alice.sendOrder(OrderRequest.limit(path, RB, Direction.LONG, Offset.OPEN, 1, 3000));
                alice.sendOrder(OrderRequest.market(path, RB, Direction.SHORT, Offset.CLOSE, 1));
                alice.sendQuote(quoting(path));
                assertThat(alice.cancelOrder(CancelRequest.of(Id.of(path, "1"))).isAccepted()).isFalse();
                alice.cancelQuote(CancelQuoteRequest.of(Id.of(path, "1")));
            }
            rig.drain();

            assertThat(rig.reached()).isEmpty();
            assertThat(far.changes).isEmpty();
            assertThat(rig.engine.orders()).isNotEmpty().allMatch(order -> order.gateway().equals("PAPER-alice"));
        }
    }

    @Test
    void aCancelOfARealOrderIsRefusedAndSaysWhy() {
        try (PaperRig rig = new PaperRig()) {
            Id mine = accepted(rig.port("").sendOrder(buying(1, 3000)));
            rig.start("alice");
            assertRefused(rig.port("alice").cancelOrder(CancelRequest.of(mine)), "paper",
                    "alice trades on paper and changes nothing at X, which is real");
            assertThat(rig.reached()).hasSize(1);
        }
    }

    @Test
    void othersAndThisProcessTradeForReal() {
        try (PaperRig rig = PaperRig.of("alice")) {
            assertThat(rig.buy("carol", 1, 3000).gateway()).isEqualTo("X");
            assertThat(rig.buy("", 1, 3000).gateway()).isEqualTo("X");
            assertThat(rig.buy("Alice", 1, 3000).gateway()).isEqualTo("X");
        }
    }

    @Test
    void withAStarEverybodyButThisProcessTradesOnPaper() {
        try (PaperRig rig = PaperRig.of("*")) {
            assertThat(rig.buy("carol", 1, 3000).gateway()).isEqualTo("PAPER-carol");
            assertThat(rig.buy("4711", 1, 3000).gateway()).isEqualTo("PAPER-4711");
            assertThat(rig.buy("a b.c", 1, 3000).gateway()).matches("PAPER-a_b_c-[0-9a-f]+");
            assertThat(rig.reached()).isEmpty();
            assertThat(rig.buy("", 1, 3000).gateway()).isEqualTo("X");
        }
    }

    @Test
    void whoseOrdersAreRealIsSaidOnce() {
        try (PaperRig rig = PaperRig.of("alise")) {
            for (int i = 0; i < 2; i++) assertThat(rig.port("alice").sendOrder(buying(1, 3000)).isAccepted()).isTrue();
            rig.buy("", 1, 3000);
            assertThat(rig.reached()).hasSize(3);
            rig.drain();
            assertThat(rig.warnings).filteredOn(text -> text.contains(" are real: "))
                    .containsExactly("orders of alice are real: on paper are alise");
        }
    }

    @Test
    void anAppThatIsNotStartedYetRefusesAllClients() {
        try (PaperRig rig = new PaperRig()) {
            assertThat(rig.engine.interceptors()).containsExactly("paper");
            assertRefused(rig.port("alice").sendOrder(buying(1, 3000)), "paper-not-running", "Paper is not started");
            assertRefused(rig.port("alice").sendQuote(quoting("X")), "paper-not-running", "Paper is not started");
            assertThat(rig.reached()).isEmpty();
            assertThat(rig.buy("", 1, 3000).gateway()).isEqualTo("X");
        }
    }

    @Test
    void aFailureInItsOwnCodeRefuses() {
        try (PaperRig rig = PaperRig.of("alice")) {
            rig.engine.addInterceptor(new PaperInterceptor(new PaperClients(Set.of("bob")),
                    new PaperGateways(rig.engine), client -> {
                        throw new AssertionError("a fault for the test");
                    }, client -> { }));
            assertRefused(rig.port("bob").sendOrder(buying(1, 3000)), "interceptor-error", "nothing was sent");
            assertRefused(rig.port("bob").sendQuote(quoting("X")), "interceptor-error", "nothing was sent");
            assertThat(rig.reached()).isEmpty();
        }
    }

    @Test
    void anOrderThatIsOnItsWayWhileTheAppStopsIsRefused() {
        try (PaperRig rig = new PaperRig()) {
            AtomicBoolean once = new AtomicBoolean();
            rig.engine.addInterceptor(new Before(() -> {
                if (once.compareAndSet(false, true)) rig.paper.stop();
            }));
            rig.start("alice");
            assertRefused(rig.port("alice").sendOrder(buying(1, 3000)), "paper-not-running", "being stopped");
            assertThat(rig.reached()).isEmpty();
        }
    }

    @Test
    void anEngineThatClosesLetsNothingSlipOut() {
        PaperRig rig = PaperRig.of("alice");
        rig.close();
        assertThat(rig.engine.interceptors()).containsExactly("paper");
        assertThat(rig.port("alice").sendOrder(buying(1, 3000)).isAccepted()).isFalse();
    }

    @Test
    void ordersThatComeWhileItStartsAndTheEngineClosesStayOnPaper() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            PaperRig rig = new PaperRig();
            CountDownLatch going = new CountDownLatch(2);
            AtomicBoolean over = new AtomicBoolean();
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                RequestPort alice = rig.port("alice");
                Thread thread = new Thread(() -> {
                    while (!over.get()) {
                        alice.sendOrder(buying(1, 3000));
                        going.countDown();
                    }
                });
                thread.start();
                clients.add(thread);
            }
            going.await();
            rig.start("alice");
            rig.show(2999, 5, 3000, 5);
            rig.close();
            over.set(true);
            for (Thread client : clients) client.join();
            assertThat(rig.reached()).isEmpty();
        }
    }

    @Test
    void theDesksRulesHoldForPaperOrdersIfItIsStartedFirst() {
        try (PaperRig rig = new PaperRig()) {
            rig.engine.addApp(new DeskProvider());
            rig.engine.start("Desk", Map.of("orderVolume", "1"));
            rig.start("alice");
            assertRefused(rig.port("alice").sendOrder(buying(2, 3000)), "order-volume", "");
            Outcome small = rig.port("alice").sendOrder(buying(1, 3000));
            assertThat(accepted(small).gateway()).isEqualTo("PAPER-alice");
        }
    }
}

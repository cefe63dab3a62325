package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.IF;
import static io.trunkline.engine.core.Fixtures.NOON;
import static io.trunkline.engine.core.Fixtures.RB;
import static io.trunkline.engine.core.Fixtures.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.event.EventSink;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SubscriptionsTest {

    private static final Object ALICE = new Object();
    private static final Object BOB = new Object();
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration NEVER = Duration.ofDays(1);

    private final CoreBooks books = new CoreBooks();
    private final Gateways gateways = new Gateways(name -> GatewayContext.of(name, new Discarding(), () -> NOON));
    private final Router router = new Router(gateways, books);
    private final FakeGateway gateway = (FakeGateway) gateways.add(FakeGateway.local("SIM"), "SIM");
    private Subscriptions subscriptions = new Subscriptions(AT_ONCE);

    private static final class Discarding implements EventSink {
        @Override
        public void publish(Event event) {}

        @Override
        public void awaitRoom() {}

        @Override
        public Duration lag() {
            return Duration.ZERO;
        }
    }

    @AfterEach
    void close() {
        subscriptions.close();
    }

    private void delay(Duration delay) {
        subscriptions.close();
        subscriptions = new Subscriptions(delay);
    }

    private Outcome add(Object holder, InstrumentId instrument) {
        return subscriptions.add(holder, router.along("SIM"), instrument);
    }

    private long asked() {
        return gateway.count(SubscribeRequest.class);
    }

    private long told() {
        return gateway.count(UnsubscribeRequest.class);
    }

    @Test
    void asksTheGatewayForTheFirstInterestOnly() {
        Outcome first = add(ALICE, RB);
        Outcome again = add(ALICE, RB);
        Outcome second = add(BOB, RB);

        assertThat(asked()).isEqualTo(1);
        assertThat(List.of(first, again, second)).containsOnly(Outcome.accepted(Id.parse("SIM.rb2610.SHFE")));
    }

    @Test
    void keepsInstrumentsApart() {
        add(ALICE, RB);
        add(ALICE, IF);

        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void tellsTheGatewayAfterTheLastInterestEnded() {
        add(ALICE, RB);
        add(BOB, RB);
        subscriptions.remove(ALICE, "SIM", RB);
        subscriptions.remove(ALICE, "SIM", RB);
        assertThat(subscriptions.paths(BOB, "SIM", RB)).containsExactly("SIM");

        subscriptions.remove(BOB, "SIM", RB);

        until(() -> told() == 1);
        add(ALICE, RB);
        assertThat(asked()).as("asked anew").isEqualTo(2);
    }

    @Test
    void waitsBeforeItTellsTheGateway() {
        delay(NEVER);
        add(ALICE, RB);
        subscriptions.remove(ALICE, "SIM", RB);

        add(BOB, RB);

        assertThat(asked()).as("still subscribed").isEqualTo(1);
        assertThat(told()).isZero();
    }

    @Test
    void doesNotTellTheGatewayIfSomebodyCameBack() {
        Subscription subscription = new Subscription(gateway, new SubscribeRequest("SIM", RB));
        subscription.add(ALICE);
        long ending = subscription.remove(ALICE);
        subscription.add(ALICE);

        assertThat(subscription.end(ending)).isFalse();
        long second = subscription.remove(ALICE);
        assertThat(subscription.end(ending)).as("the delay of the second ending counts").isFalse();
        assertThat(told()).isZero();

        assertThat(subscription.end(second)).isTrue();
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void keepsNoInterestThatTheGatewayRefused() {
        gateway.onSubscribe = request -> Outcome.refused("no-such-thing", "not here");

        assertThat(add(ALICE, RB).whyRefused()).isPresent();
        assertThat(subscriptions.paths(ALICE, "SIM", RB)).isEmpty();

        gateway.onSubscribe = request -> Outcome.accepted(Id.parse("SIM.x"));
        assertThat(add(ALICE, RB).isAccepted()).isTrue();
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void endsAllInterestsOfOneHolder() {
        add(ALICE, RB);
        add(ALICE, IF);
        add(BOB, IF);

        subscriptions.removeAll(ALICE);

        until(() -> told() == 1);
        assertThat(gateway.asked).contains(new UnsubscribeRequest("SIM", RB));
        assertThat(subscriptions.paths(BOB, "SIM", IF)).containsExactly("SIM");
    }

    @Test
    void doesNotHoldUpOtherInstrumentsWhileTheGatewayWorks() throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        gateway.onSubscribe = request -> {
            if (request.instrument().equals(RB)) {
                working.countDown();
                Fixtures.await(release);
            }
            return Outcome.accepted(Id.parse("SIM.x"));
        };
        Thread slow = new Thread(() -> add(ALICE, RB));
        slow.start();
        Fixtures.await(working);

        assertThat(add(BOB, IF).isAccepted()).isTrue();

        release.countDown();
        slow.join();
    }

    @Test
    void asksOnceThoughManyWantTheSameAtTheSameTime() throws InterruptedException {
        List<Outcome> outcomes = new CopyOnWriteArrayList<>();
        List<Thread> threads = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 8; i++) threads.add(new Thread(() -> outcomes.add(add(new Object(), RB))));
        threads.forEach(Thread::start);
        for (Thread thread : threads) thread.join();

        assertThat(asked()).isEqualTo(1);
        assertThat(outcomes).hasSize(8).allMatch(Outcome::isAccepted);
    }

    @Test
    void asksAndEndsInTurnHoweverInterestsComeAndGo() throws InterruptedException {
        List<Thread> threads = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> {
                Object holder = new Object();
                for (int n = 0; n < 500; n++) {
                    add(holder, RB);
                    subscriptions.remove(holder, "SIM", RB);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) thread.join();

        until(() -> asked() == told());
        assertThat(add(ALICE, RB).isAccepted()).isTrue();
        boolean subscribed = false;
        for (Object request : gateway.asked) {
            assertThat(request instanceof SubscribeRequest).as("asks and ends take turns").isNotEqualTo(subscribed);
            subscribed = !subscribed;
        }
    }

    @Test
    void endsItsThread() throws InterruptedException {
        add(ALICE, RB);
        subscriptions.remove(ALICE, "SIM", RB);
        until(() -> told() == 1);

        subscriptions.close();

        assertThat(subscriptions.awaitEnd(Duration.ofSeconds(20))).isTrue();
        add(ALICE, IF);
        subscriptions.remove(ALICE, "SIM", IF); // is not refused by the schedule
    }

    @Test
    void endsAHoldersInterestsWhileTheGatewayIsSlowWithAnothersRequest() throws Exception {
        add(BOB, IF);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        gateway.onSubscribe = request -> {
            asked.countDown();
            awaitQuietly(answer);
            return Outcome.accepted(Id.of(request.gateway(), "x"));
        };
        Thread slow = new Thread(() -> add(ALICE, RB));
        slow.start();
        asked.await();

        Thread leaving = new Thread(() -> subscriptions.removeAll(BOB));
        leaving.start();

        try {
            leaving.join(10_000);
            assertThat(leaving.isAlive()).as("still waiting for the other's answer").isFalse();
            assertThat(subscriptions.paths(BOB, "SIM", IF)).isEmpty();
        } finally {
            answer.countDown();
            slow.join();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

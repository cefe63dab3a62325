package io.trunkline.rmi.gateway;

import static io.trunkline.rmi.gateway.Samples.AU;
import static io.trunkline.rmi.gateway.Samples.RB;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One client's trouble is not another's, nor the server's. */
@Timeout(60)
class IsolationTest {

    private final Rig rig = new Rig();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        rig.close();
    }

    @Test
    void aHeldRequestHoldsNeitherOthersRequestsNorCancels() throws Exception {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        ctp.list(RB, AU);
        MainEngine one = rig.client(server);
        MainEngine two = rig.client(server);
        CountDownLatch held = ctp.hold(RB, release);
        CompletableFuture<Outcome> waiting = CompletableFuture.supplyAsync(() -> one.sendOrder(Samples.buy("RPC", RB)));
        Wait.on(held);

        assertThat(two.sendOrder(Samples.buy("RPC", AU)).isAccepted()).isTrue();
        assertThat(one.sendOrder(Samples.buy("RPC", AU)).isAccepted()).isTrue();
        assertThat(one.cancelOrder(Id.parse("RPC.CTP.7")).isAccepted()).isTrue();
        rig.settle(server, one, two);

        assertThat(waiting).isNotDone();
        assertThat(ctp.asked(CancelRequest.class)).hasSize(1);
        release.countDown();
        assertThat(waiting.get(20, TimeUnit.SECONDS).isAccepted()).isTrue();
    }

    @Test
    void cancelsPassThoughAClientUsesUpItsShare() throws Exception {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        ctp.list(RB, AU);
        MainEngine one = rig.client(server);
        MainEngine two = rig.client(server);
        CountDownLatch all = new CountDownLatch(16);
        ctp.onOrder = request -> {
            if (request.instrument().equals(RB)) {
                all.countDown();
                Wait.on(release);
            }
            return ctp.take(request);
        };
        for (int i = 0; i < 24; i++) {
            Thread asking = new Thread(() -> one.sendOrder(Samples.buy("RPC", RB)));
            asking.setDaemon(true);
            asking.start();
        }
        Wait.on(all);

        assertThat(one.cancelOrder(Id.parse("RPC.CTP.1")).isAccepted()).isTrue();
        assertThat(two.sendOrder(Samples.buy("RPC", AU)).isAccepted()).isTrue();

        assertThat(release.getCount()).isEqualTo(1);
        assertThat(ctp.asked(CancelRequest.class)).hasSize(1);
    }

    @Test
    void aBlockedHandlerDelaysNobodyElseAndItsClientIsStaleAndLosesNothing() {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        MainEngine blocked = rig.client(server);
        MainEngine other = rig.client(server);
        RmiGateway gateway = (RmiGateway) blocked.gateway("RPC").orElseThrow();
        CountDownLatch stuck = new CountDownLatch(1);
        Recorder recorder = Recorder.of(blocked);
        blocked.events().on(Order.class, order -> {
            stuck.countDown();
            Wait.on(release);
        });

        ctp.publish(Samples.order("CTP", "1", Status.NOTTRADED, 0));
        Wait.on(stuck);
        for (int i = 0; i < 500; i++) {
            ctp.publish(Samples.trade("CTP", "t" + i, "1"), Samples.account("CTP", i), Samples.tick("CTP", RB, i));
        }
        rig.settle(server, server, other);
        assertThat(other.trades()).hasSize(500);
        Wait.until("the blocked client is stale", () -> gateway.status().state() == GatewayState.STALE);
        assertThat(gateway.status().detail()).isEqualTo("this process is behind with its own events");
        assertThat(release.getCount()).isEqualTo(1);
        assertThat(recorder.of(Trade.class)).isEmpty();
        release.countDown();

        Rig.awaitLive(blocked);
        rig.settle(server, blocked);
        assertThat(recorder.of(Trade.class)).extracting(trade -> trade.id().local())
                .containsExactlyElementsOf(server.trades().stream().map(trade -> trade.id().value()).toList());
        assertThat(recorder.of(GatewayStatus.class)).extracting(GatewayStatus::state).contains(GatewayState.STALE);
        assertThat(Rig.count(blocked, "connects")).isEqualTo(1);
        Rig.assertSameBooks(blocked, server);
    }

    @Test
    void ticksConflateInTheQueueOfAClientThatIsBehindAndStateEventsDoNot() throws Exception {
        MainEngine server = rig.server("CTP");
        FakeGateway ctp = Rig.fake(server, "CTP");
        MainEngine blocked = rig.client(server, "ticks=all");
        List<Trade> trades = new CopyOnWriteArrayList<>();
        blocked.events().on(Trade.class, trades::add);
        AtomicLong handled = new AtomicLong();
        AtomicReference<Tick> last = new AtomicReference<>();
        blocked.events().on(Tick.class, tick -> {
            handled.incrementAndGet();
            last.set(tick);
        });
        CountDownLatch stuck = new CountDownLatch(1);
        blocked.events().on(Order.class, order -> {
            stuck.countDown();
            Wait.on(release);
        });
        ctp.publish(Samples.order("CTP", "1", Status.NOTTRADED, 0));
        Wait.on(stuck);
        int ticks = 150_000;

        for (int i = 0; i < ticks; i++) {
            if (i % 300 == 0) ctp.publish(Samples.trade("CTP", "t" + i, "1"));
            ctp.sink().awaitRoom();
            ctp.publish(Samples.tick("CTP", RB, i));
        }
        rig.settle(server, server);
        long sequence = ((Number) Rig.figure(Rig.service(server), "service", "sequence")).longValue();
        Wait.until("all has come over the wire", () -> Rig.count(blocked, "sequence") >= sequence);
        release.countDown();
        Rig.awaitLive(blocked);
        rig.settle(server, blocked);

        long inQueue = blocked.events().stats().conflated();
        assertThat(inQueue).isPositive();
        assertThat(handled.get() + inQueue + Rig.count(blocked, "conflated")
                + server.events().stats().conflated()).isEqualTo(ticks);
        assertThat(last.get().lastPrice()).isEqualTo(ticks - 1);
        assertThat(trades).extracting(Trade::id).hasSize(ticks / 300).doesNotHaveDuplicates();
        assertThat(Rig.count(blocked, "connects")).isEqualTo(1);
        Rig.assertSameBooks(blocked, server);
    }

    @Test
    void twoPairsOfEnginesAreIndependent() {
        MainEngine first = rig.server("CTP");
        MainEngine second = rig.server("CTP");
        MainEngine ofFirst = rig.client(first);
        MainEngine ofSecond = rig.client(second);
        Recorder recorder = Recorder.of(ofSecond);

        Rig.fake(first, "CTP").publish(Samples.order("CTP", "1", Status.NOTTRADED, 0));
        Rig.fake(second, "CTP").publish(Samples.order("CTP", "2", Status.NOTTRADED, 0));
        rig.settle(first, ofFirst);
        rig.settle(second, ofSecond);
        first.close();
        Rig.awaitState(ofFirst, "RPC", GatewayState.CONNECTING);
        Rig.fake(second, "CTP").publish(Samples.order("CTP", "2", Status.CANCELLED, 0));
        rig.settle(second, ofSecond);

        assertThat(ofFirst.orders()).extracting(order -> order.id().value()).containsExactly("RPC.CTP.1");
        assertThat(recorder.of(Order.class)).extracting(order -> order.id() + " " + order.status())
                .containsExactly("RPC.CTP.2 NOTTRADED", "RPC.CTP.2 CANCELLED");
        assertThat(ofSecond.gatewayStatus("RPC").orElseThrow().state()).isEqualTo(GatewayState.LIVE);
    }
}

package io.trunkline.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import io.trunkline.launcher.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server in a JVM of its own that is killed, stopped and frozen: a relay between an exchange and a client that are
 * both here, so that the exchange outlives it.
 */
@Timeout(240)
class ServerProcessIT {

    private static final Duration SLACK = Duration.ofSeconds(2); // for a machine that does other things as well
    private static final Duration BACK = Duration.ofSeconds(5);
    private static final String NESTED = "RPC.RPC.";

    @TempDir
    private Path home;

    private Rig rig;
    private MainEngine exchange;
    private MainEngine client;
    private Program relay;
    private List<Trade> trades;
    private List<GatewayStatus> states;
    private List<Resync> resyncs;

    @AfterEach
    void close() {
        if (rig != null) rig.close();
    }

    private void begin(Duration timeout) throws Exception {
        rig = new Rig(timeout.dividedBy(5), timeout);
        exchange = rig.exchange("speed=60");
        relay = startRelay(0);
        client = rig.client(Rig.ready(relay));
        trades = Rig.record(client, Trade.class);
        states = Rig.record(client, GatewayStatus.class);
        resyncs = Rig.record(client, Resync.class);
        buyOne();
        Rig.trade(exchange, 5);
        Rig.awaitSameBooks(client, NESTED, exchange);
    }

    private Program startRelay(int port) throws IOException {
        return rig.own(Program.java(rig.relay(Rig.address(exchange), port, home)));
    }

    /** Has the exchange trade one lot for the client. */
    private void buyOne() throws InterruptedException {
        Wait.until(() -> "a tick", () -> exchange.tick(Rig.APPLE).isPresent());
        OrderRequest any = Rig.resting(Rig.RPC);
        int before = exchange.trades().size();
        Outcome outcome = client.sendOrder(OrderRequest.limit(Rig.RPC, Rig.APPLE, any.direction(), any.offset(), 1,
                7305));
        assertThat(outcome.isAccepted()).as("%s", outcome).isTrue();
        Wait.until(() -> "a trade", () -> exchange.trades().size() > before);
    }

    private Duration awaitLoss(long start) throws InterruptedException {
        return Wait.since(start, () -> "the loss is noticed", () -> !Rig.isIn(client, Rig.RPC, GatewayState.LIVE)
                && !Rig.isIn(client, Rig.RPC, GatewayState.STALE));
    }

    private Duration awaitReturn(long start) throws InterruptedException {
        return Wait.since(start, () -> "it is back: " + client.gatewayStatuses() + relay,
                () -> Rig.isIn(client, Rig.RPC, GatewayState.LIVE) && Rig.isIn(client, "RPC.RPC", GatewayState.LIVE));
    }

    private void assertNothingLostOrDoubled() throws InterruptedException {
        Rig.awaitSameBooks(client, NESTED, exchange);
        assertThat(trades).extracting(Trade::id).doesNotHaveDuplicates().hasSameSizeAs(exchange.trades());
        assertThat(Rig.count(client, "gaps") + Rig.count(client, "duplicates") + Rig.count(client, "lost")).isZero();
    }

    private List<Order> ofReference(String reference) {
        return exchange.orders().stream().filter(order -> order.reference().equals(reference)).toList();
    }

    @Test
    void aKilledServerIsNoticedAtOnceAndSoAreCallsThatWereUnderWay() throws Exception {
        begin(Duration.ofSeconds(5));
        Held held = new Held();
        exchange.addInterceptor(held);
        CompletableFuture<Outcome> call = CompletableFuture.supplyAsync(
                () -> client.sendOrder(Rig.resting(Rig.RPC).withReference("held").withClientKey("held")));
        Wait.on(held.arrived);
        int port = Rig.port(Rig.ready(relay));
        long start = System.nanoTime();

        relay.signal("KILL");
        Outcome outcome = call.get(20, TimeUnit.SECONDS);
        Rig.report(6, "call failed", Duration.ofNanos(System.nanoTime() - start));
        Duration detected = awaitLoss(start);

        Rig.report(6, "detected", detected);
        assertThat(outcome).isInstanceOf(Outcome.InDoubt.class);
        assertThat(detected).as("at once, not when beats are missed").isLessThan(rig.patience().dividedBy(2));
        assertThat(client.sendOrder(Rig.resting(Rig.RPC)).whyRefused().orElseThrow().rule())
                .isEqualTo("not-connected");
        held.release.countDown();
        relay = startRelay(port);
        Rig.ready(relay);
        Rig.report(6, "recovered after READY", awaitReturn(System.nanoTime()));
        Wait.until(() -> "the exchange's own books have it", () -> !ofReference("held").isEmpty());
        assertNothingLostOrDoubled();
        assertThat(ofReference("held")).hasSize(1);
    }

    @Test
    void aServerThatIsStoppedAndStartedOnItsPortGetsItsClientsBackWithTheirSubscriptions() throws Exception {
        begin(Duration.ofSeconds(5));
        assertThat(client.subscribe(new SubscribeRequest(Rig.RPC, Rig.APPLE)).isAccepted()).isTrue();
        List<Tick> ticks = Rig.record(client, Tick.class);
        Wait.until(() -> "ticks", () -> !ticks.isEmpty());
        String address = Rig.ready(relay);
        long start = System.nanoTime();

        relay.terminate();
        Rig.report(7, "detected", awaitLoss(start));
        assertThat(relay.exitCode()).isEqualTo(143);
        assertThat(states).extracting(GatewayStatus::detail).contains("the service stops");
        Rig.trade(exchange, 10);
        int before = ticks.size();
        relay = startRelay(Rig.port(address));
        assertThat(Rig.ready(relay)).isEqualTo(address);
        Duration back = awaitReturn(System.nanoTime());
        Rig.report(7, "recovered after READY", back);

        assertThat(back).isLessThan(BACK.plus(SLACK));
        assertNothingLostOrDoubled();
        assertThat(resyncs).extracting(Resync::gateway).contains(Rig.RPC);
        Wait.until(() -> "ticks come again", () -> ticks.size() > before);
        assertThat(client.sendOrder(Rig.resting(Rig.RPC)).isAccepted()).isTrue();
    }

    @Test
    void aFrozenServerIsGivenUpAndNoOrderIsSentTwice() throws Exception {
        begin(Length.of(Duration.ofMillis(1500), Duration.ofSeconds(5)));
        long start = System.nanoTime();
        relay.signal("STOP");
        Outcome outcome = client.sendOrder(Rig.resting(Rig.RPC).withReference("frozen").withClientKey("frozen"));
        Rig.report(9, "call failed", Duration.ofNanos(System.nanoTime() - start));
        assertThat(outcome).isInstanceOf(Outcome.InDoubt.class);
        Duration detected = awaitLoss(start);
        Rig.report(9, "detected", detected);
        assertThat(detected).isLessThan(rig.patience().plus(SLACK));
        assertThat(client.sendOrder(Rig.resting(Rig.RPC).withReference("frozen")).isAccepted()).isFalse();
        Rig.trade(exchange, 10);
        Wait.pass(Length.of(Duration.ofSeconds(1), Duration.ofSeconds(20)));
        long end = System.nanoTime();

        relay.signal("CONT");
        Duration back = awaitReturn(end);

        Rig.report(9, "recovered", back);
        assertThat(back).isLessThan(BACK.plus(SLACK));
        Outcome next = client.sendOrder(Rig.resting(Rig.RPC).withReference("next"));
        assertThat(next.isAccepted()).as("%s", next).isTrue();
        Wait.until(() -> "the exchange's own books have it", () -> !ofReference("next").isEmpty());
        assertNothingLostOrDoubled();
        assertThat(ofReference("frozen")).hasSizeLessThan(2);
        assertThat(ofReference("next")).hasSize(1);
    }
}

package io.trunkline.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.launcher.Program;
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
 * Orders that a server in a JVM of its own did not answer. The exchange outlives the server, and its own record is the
 * truth.
 */
@Timeout(240)
class OrderOutcomeIT {

    @TempDir
    private Path home;

    private final Held held = new Held();
    private Rig rig;
    private MainEngine exchange;
    private MainEngine client;
    private Program relay;
    private String address;

    @AfterEach
    void close() {
        held.release.countDown();
        if (rig != null) rig.close();
    }

    private void begin(Duration timeout) throws Exception {
        rig = new Rig(timeout.dividedBy(5), timeout);
        exchange = rig.exchange("speed=60");
        Wait.until(() -> "a tick", () -> exchange.tick(Rig.APPLE).isPresent());
        relay = start(0);
        address = Rig.ready(relay);
        client = rig.client(address);
    }

    private Program start(int port) throws Exception {
        return rig.own(Program.java(rig.relay(Rig.address(exchange), port, home, "--journal", "orders")));
    }

    private static OrderRequest order(String key) {
        return Rig.resting(Rig.RPC).withReference(key).withClientKey(key);
    }

    private List<Order> atExchange(String key) {
        return exchange.orders().stream().filter(order -> order.clientKey().equals(key)).toList();
    }

    private void awaitAtExchange(String key) throws InterruptedException {
        Wait.until(() -> "the exchange's own books have it", () -> !atExchange(key).isEmpty());
    }

    private Outcome awaitOutcome(MainEngine asker, String key) throws InterruptedException {
        Wait.until(() -> "known: " + asker.outcome(key) + relay,
                () -> !(asker.outcome(key) instanceof Outcome.InDoubt));
        return asker.outcome(key);
    }

    @Test
    void anOrderWhoseServerIsKilledBeforeItAnswersIsThereOnceAndKnown() throws Exception {
        begin(Duration.ofSeconds(5));
        exchange.addInterceptor(held);
        CompletableFuture<Outcome> call = CompletableFuture.supplyAsync(() -> client.sendOrder(order("k")));
        Wait.on(held.arrived);

        relay.signal("KILL");
        assertThat(call.get(20, TimeUnit.SECONDS)).isInstanceOfSatisfying(Outcome.InDoubt.class,
                doubt -> assertThat(doubt.reason()).startsWith("unknown, being resolved"));
        held.release.countDown();
        relay = start(Rig.port(address));
        long start = System.nanoTime();
        Rig.ready(relay);
        Outcome settled = awaitOutcome(client, "k");

        Rig.report(31, "settled after the server's start", Duration.ofNanos(System.nanoTime() - start));
        awaitAtExchange("k");
        assertThat(atExchange("k")).hasSize(1);
        Id id = Id.parse("RPC.RPC." + atExchange("k").get(0).id());
        assertThat(settled).isEqualTo(Outcome.accepted(id));
        MainEngine another = rig.client(address, "name=another");
        assertThat(another.sendOrder(order("k"))).as("the same key from another client").isEqualTo(settled);
        assertThat(another.outcome("k")).isEqualTo(settled);
        assertThat(atExchange("k")).hasSize(1);
    }

    @Test
    void aServerThatIsKilledAndComesBackKnowsWhatItAnsweredBefore() throws Exception {
        begin(Duration.ofSeconds(5));
        Outcome accepted = client.sendOrder(order("accepted"));
        Outcome refused = client.sendOrder(order("refused").withPart(order("x").offset(), 1e9));
        assertThat(accepted.isAccepted()).as("%s", accepted).isTrue();
        assertThat(refused.whyRefused()).as("%s", refused).isPresent();

        relay.signal("KILL");
        relay = start(Rig.port(address));
        Rig.ready(relay);
        MainEngine another = rig.client(address, "name=another");

        assertThat(another.outcome("accepted")).isEqualTo(accepted);
        assertThat(another.outcome("refused")).isEqualTo(refused);
        assertThat(another.outcome("never")).isEqualTo(new Outcome.NeverReceived("never"));
        assertThat(another.sendOrder(order("accepted"))).isEqualTo(accepted);
        awaitAtExchange("accepted");
        assertThat(atExchange("accepted")).hasSize(1);
    }

    @Test
    void anOrderThatAFrozenServerReadsTooLateIsNotSent() throws Exception {
        begin(Duration.ofSeconds(1));
        relay.signal("STOP");
        Outcome outcome = client.sendOrder(order("late").withValidity(Duration.ofMillis(300)));
        assertThat(outcome).isInstanceOf(Outcome.InDoubt.class);
        relay.signal("CONT");

        Outcome settled = awaitOutcome(client, "late");

        assertThat(settled.isAccepted()).as("%s", settled).isFalse();
        Wait.until(() -> "it is back", () -> Rig.isIn(client, Rig.RPC, GatewayState.LIVE));
        assertThat(client.sendOrder(order("next")).isAccepted()).isTrue();
        assertThat(atExchange("late")).isEmpty();
    }
}

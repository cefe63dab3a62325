package io.trunkline.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.Order;
import io.trunkline.launcher.Program;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients in JVMs of their own that are killed and frozen; the server and another client are here. */
@Timeout(240)
class ClientProcessIT {

    private static final String VICTIM = "victim";
    private static final Duration SLACK = Duration.ofSeconds(2); // for a machine that does other things as well
    private static final Pattern ORDER = Pattern.compile("order .* RPC\\.(SIM\\S+) .* traded \\S+ ([A-Z]+)\\b.*");

    private static String print(Order order) {
        return order.id() + " " + order.status();
    }

    private static List<String> orders(Program client) {
        return client.out().stream().map(ORDER::matcher).filter(Matcher::matches)
                .map(matcher -> matcher.group(1) + " " + matcher.group(2)).toList();
    }

    private static void awaitOrders(Program client, List<Order> published) throws InterruptedException {
        Wait.until(() -> "all of " + published.size() + " orders at " + client,
                () -> orders(client).size() >= published.size());
        assertThat(orders(client)).containsExactlyElementsOf(
                published.stream().map(ClientProcessIT::print).toList());
    }

    private static void awaitVictim(MainEngine exchange, Program victim) throws InterruptedException {
        Wait.until(victim::toString, () -> Rig.session(exchange, VICTIM) != 0);
        Wait.until(victim::toString, () -> isLive(victim));
    }

    /** Whether the last state that it printed of its gateway is LIVE. */
    private static boolean isLive(Program client) {
        String last = "";
        for (String line : client.out()) if (line.startsWith("state ") && line.contains(" RPC ")) last = line;
        return last.contains(" LIVE");
    }

    private static String summary(Program client) throws Exception {
        client.terminate();
        client.exitCode();
        return client.awaitOut("summary ");
    }

    @Test
    void aKilledClientIsGoneWithinTwoHeartbeatsWithAllThatItsSessionHeld() throws Exception {
        try (Rig rig = new Rig(Duration.ofSeconds(1), Duration.ofSeconds(5))) {
            MainEngine exchange = rig.exchange("start=subscribe");
            MainEngine other = rig.client(Rig.address(exchange), "name=other");
            Program victim = rig.watcher(Rig.address(exchange), VICTIM);
            awaitVictim(exchange, victim);
            String sender = "rpc-session-" + Rig.session(exchange, VICTIM);
            assertThat(Rig.isRunning(sender)).isTrue();
            long start = System.nanoTime();

            victim.signal("KILL");
            Duration detected = Wait.since(start, () -> "its end", () -> Rig.session(exchange, VICTIM) == 0);

            Rig.report(1, "detected", detected);
            assertThat(detected).isLessThan(rig.heartbeat().multipliedBy(2).plus(SLACK));
            Wait.until(() -> sender + " ends", () -> !Rig.isRunning(sender));
            Rig.trade(exchange, 3);
            Rig.awaitSameBooks(other, "RPC.", exchange);
            assertThat(Rig.count(other, "connects")).isEqualTo(1);
        }
    }

    @Test
    void aClientThatIsFrozenForAShortTimeKeepsItsSessionAndCatchesUp() throws Exception {
        Duration frozen = Length.of(Duration.ofMillis(1500), Duration.ofSeconds(3));
        try (Rig rig = new Rig(Duration.ofMillis(500), Duration.ofSeconds(5))) {
            MainEngine exchange = rig.exchange("speed=60");
            List<Order> published = Rig.record(exchange, Order.class);
            Program victim = rig.watcher(Rig.address(exchange), VICTIM, "--subscribe", "all");
            awaitVictim(exchange, victim);
            int session = Rig.session(exchange, VICTIM);
            Rig.trade(exchange, 5);
            awaitOrders(victim, published);

            victim.signal("STOP");
            Rig.trade(exchange, 50);
            Wait.pass(frozen);
            int seenWhileFrozen = orders(victim).size();
            long start = System.nanoTime();
            victim.signal("CONT");

            awaitOrders(victim, published);
            Rig.report(2, "caught up", Duration.ofNanos(System.nanoTime() - start));
            assertThat(seenWhileFrozen).as("seen while frozen").isLessThan(published.size());
            assertThat(Rig.session(exchange, VICTIM)).isEqualTo(session);
            victim.awaitErr("books equal");
            assertThat(summary(victim)).endsWith("gaps=0 duplicates=0 lost=0 books=equal");
        }
    }

    @Test
    void aClientThatIsFrozenForLongIsGivenUpAndComesBack() throws Exception {
        Duration timeout = Length.of(Duration.ofSeconds(1), Duration.ofSeconds(5));
        Duration frozen = Length.of(Duration.ofSeconds(3), Duration.ofSeconds(60));
        try (Rig rig = new Rig(timeout.dividedBy(5), timeout)) {
            MainEngine exchange = rig.exchange("speed=60");
            List<LogEntry> log = Rig.record(exchange, LogEntry.class);
            List<Order> published = Rig.record(exchange, Order.class);
            MainEngine other = rig.client(Rig.address(exchange), "name=other");
            Program victim = rig.watcher(Rig.address(exchange), VICTIM);
            awaitVictim(exchange, victim);
            Rig.trade(exchange, 5);
            awaitOrders(victim, published);
            int session = Rig.session(exchange, VICTIM);
            long start = System.nanoTime();

            victim.signal("STOP");
            Duration detected = Wait.since(start, () -> "its end", () -> Rig.session(exchange, VICTIM) != session);
            Rig.report(3, "detected", detected);
            assertThat(detected).isLessThan(rig.patience().plus(SLACK));
            Rig.trade(exchange, 20);
            Wait.pass(frozen.minus(detected));
            long end = System.nanoTime();
            victim.signal("CONT");
            Duration back = Wait.since(end, () -> "it comes back: " + victim,
                    () -> Rig.session(exchange, VICTIM) > session && isLive(victim));

            Rig.report(3, "recovered", back);
            assertThat(back).isLessThan(Duration.ofSeconds(5).plus(SLACK));
            assertThat(log).extracting(LogEntry::message).contains("client victim disconnected: no sign of life for "
                    + rig.patience().toMillis() + " ms");
            awaitOrders(victim, published);
            victim.awaitOut("resync ");
            assertThat(victim.out()).anyMatch(line -> line.startsWith("state ") && line.contains(" RPC CONNECTING "));
            Rig.awaitSameBooks(other, "RPC.", exchange);
            assertThat(Rig.isIn(other, "RPC", GatewayState.LIVE)).isTrue();
            victim.awaitErr("books equal");
            assertThat(summary(victim)).endsWith("gaps=0 duplicates=0 lost=0 books=equal");
        }
    }
}

package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.StateRecord;
import io.trunkline.engine.model.Trade;
import io.trunkline.rmi.wire.RandomEvents;
import io.trunkline.rmi.wire.Waiting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** Sessions that open at random moments while much happens end up with the server's books. */
@Timeout(120)
class SnapshotConsistencyTest {

    private static final int EVENTS = 3_000;

    private static void publishRandomly(Served served, long seed, String path) {
        Random random = new Random(seed);
        RandomEvents events = new RandomEvents(seed, path);
        List<Id> orders = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            Event event = events.next();
            if (event instanceof Order order) orders.add(order.id());
            if (event instanceof Resync && !orders.isEmpty()) {
                Id gone = orders.get(random.nextInt(orders.size()));
                event = new Resync(path, Map.of(RecordKind.ORDER, Set.of(gone)), Served.NOON);
            }
            if (!(event instanceof LogEntry)) served.gateway.publish(event); // those would fill the test's own log
            if (i % 50 == 0) Thread.yield();
        }
    }

    private static Map<Id, StateRecord> serverBooks(MainEngine engine) {
        Map<Id, StateRecord> books = new HashMap<>();
        Stream.of(engine.contracts(), engine.accounts(), engine.positions(), engine.orders(), engine.trades(),
                engine.quotes())
                .forEach(list -> list.forEach(record -> books.put(keyOf(record), record)));
        return books;
    }

    /** Ids are unique within a kind only. */
    private static Id keyOf(StateRecord record) {
        return record.id().under(record.getClass().getSimpleName());
    }

    /** What a client holds: the snapshot's records with all that the stream brought after it. */
    private static Map<Id, StateRecord> clientBooks(TestClient client) {
        Map<Id, StateRecord> books = new HashMap<>();
        Set<Id> trades = new HashSet<>();
        for (Event event : client.events) {
            if (event instanceof Trade trade) assertThat(trades.add(trade.id())).as("%s comes once", trade.id())
                    .isTrue();
            if (event instanceof StateRecord record) books.put(keyOf(record), record);
            if (event instanceof Resync gone) {
                gone.removed(RecordKind.ORDER).forEach(id -> books.remove(id.under("Order")));
            }
        }
        return books;
    }

    @RepeatedTest(5)
    void everyEventIsInTheSnapshotOrInTheStreamOnce() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<TestClient> clients = new ArrayList<>();
        try (Served served = Served.start()) {
            List<Thread> publishers = new ArrayList<>();
            for (String path : List.of("FAKE", "FAKE.B")) {
                Thread thread = new Thread(() -> publishRandomly(served, seed + path.length(), path));
                publishers.add(thread);
                thread.start();
            }
            for (int i = 0; i < 6; i++) {
                long handled = served.engine.events().stats().dispatched() + random.nextInt(EVENTS / 4);
                Waiting.until(() -> served.engine.events().stats().dispatched() >= handled
                        || publishers.stream().noneMatch(Thread::isAlive));
                clients.add(TestClient.open(served.app.status(), "client" + i, random.nextBoolean()));
            }
            for (Thread publisher : publishers) publisher.join();
            Position last = new Position("FAKE", Served.RB, Direction.NET, 77, 0, 0, 0, 0);
            served.gateway.publish(last);
            served.drain();
            Map<Id, StateRecord> expected = serverBooks(served.engine);
            for (TestClient client : clients) {
                Waiting.until(() -> client.events.contains(last), () -> client.fault);
                assertThat(client.fault).isNull();
                assertThat(clientBooks(client)).as("seed %d, client %s", seed, client.opened().number())
                        .isEqualTo(expected);
            }
        } finally {
            clients.forEach(TestClient::close);
        }
    }
}

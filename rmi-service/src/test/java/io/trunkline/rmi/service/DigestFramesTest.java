package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Snapshot;
import io.trunkline.engine.model.StateRecord;
import io.trunkline.rmi.wire.Digest;
import io.trunkline.rmi.wire.Digest.Total;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.RandomEvents;
import io.trunkline.rmi.wire.RecordHasher;
import io.trunkline.rmi.wire.Waiting;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the log says about the books, and when. */
@Timeout(60)
class DigestFramesTest {

    private static final String TOO_LONG = "x".repeat(Protocol.MAX_FRAME);

    /** The digest of an engine's books, summed up anew. */
    private static Digest digest(Snapshot books, Id... without) {
        RecordHasher hasher = new RecordHasher("");
        Map<RecordKind, Total> totals = new EnumMap<>(RecordKind.class);
        Stream.of(books.contracts(), books.accounts(), books.positions(), books.orders(), books.trades(),
                books.quotes()).flatMap(List::stream).map(StateRecord.class::cast)
                .filter(record -> !Set.of(without).contains(record.id()))
                .forEach(record -> totals.merge(RecordKind.of(record), Total.NONE.plus(hasher.hash(record)),
                        (total, one) -> total.plus(one.sum())));
        return new Digest(Digest.EVERYTHING, totals);
    }

    private static void assertDigest(Served served, TestClient client, Id... without) {
        served.drain();
        Digest expected = digest(served.engine.snapshot(), without);
        Waiting.until(() -> !client.digests.isEmpty()
                && client.digests.get(client.digests.size() - 1).equals(expected), () -> client.fault);
    }

    private static void publish(Served served, RandomEvents random, int count) {
        for (int i = 0; i < count; i++) {
            Event event = random.next();
            if (!(event instanceof LogEntry)) served.gateway.publish(event);
        }
    }

    private static Order order(String local, String message) {
        return Order.of(Served.BUY, "FAKE", local).toBuilder().message(message).build();
    }

    @Test
    void aClientGetsOneAfterItsSnapshotEvenIfNothingChanges() throws Exception {
        try (Served served = Served.start("digest", "2ms"); TestClient first = served.client("a")) {
            assertDigest(served, first);
            try (TestClient second = served.client("b")) {
                assertDigest(served, second);
            }
        }
    }

    @Test
    void theyFollowTheBooksThroughEveryKindOfChange() throws Exception {
        try (Served served = new Served()) {
            RandomEvents random = new RandomEvents(5, "FAKE", "FAKE.B");
            publish(served, random, 500);
            served.begin("digest", "2ms");
            try (TestClient client = served.client("a", true)) {
                assertDigest(served, client);
                publish(served, random, 5000);
                assertDigest(served, client);
                assertThat(client.digests.get(client.digests.size() - 1).totals().values())
                        .allMatch(total -> total.count() > 0);
            }
        }
    }

    @Test
    void whatLeavesTheBooksLeavesTheSums() throws Exception {
        try (Served served = Served.start("digest", "2ms"); TestClient client = served.client("a")) {
            served.gateway.publish(order("1", ""));
            served.gateway.publish(order("2", ""));
            served.gateway.publish(order("B.1", "")); // of FAKE, though its id looks like one of FAKE.B
            served.gateway.publish(Account.of("FAKE.B", "1", 1, 0));
            served.gateway.publish(new Resync("FAKE.B", Map.of(RecordKind.ORDER, Set.of(Id.of("FAKE.B", "1")),
                    RecordKind.ACCOUNT, Set.of(Id.of("FAKE.B", "1"))), Served.NOON));
            served.gateway.publish(new Resync("FAKE", Map.of(RecordKind.ORDER, Set.of(Id.of("FAKE", "1"))),
                    Served.NOON));

            assertDigest(served, client);
            Digest last = client.digests.get(client.digests.size() - 1);
            assertThat(last.total(RecordKind.ORDER).count()).isEqualTo(2);
            assertThat(last.total(RecordKind.ACCOUNT).count()).isZero();
        }
    }

    @Test
    void whatCannotBeSentIsNotInThem() throws Exception {
        try (Served served = new Served()) {
            served.gateway.publish(order("before", TOO_LONG));
            served.gateway.publish(order("good", ""));
            served.drain();
            served.begin("digest", "2ms");
            try (TestClient client = served.client("a")) {
                assertDigest(served, client, Id.of("FAKE", "before"));
                served.gateway.publish(order("good", TOO_LONG));
                served.gateway.publish(order("last", ""));
                assertDigest(served, client, Id.of("FAKE", "before"), Id.of("FAKE", "good"));
            }
        }
    }

    @Test
    void aContractWhoseNameIsTooLongIsInNoSnapshotEither() throws Exception {
        try (Served served = new Served()) {
            served.gateway.publish(Served.tick(Served.RB, 1));
            served.gateway.publish(Served.contract(Served.RB).toBuilder().name("x".repeat(5000)).build());
            served.drain();
            served.begin("digest", "2ms");
            try (TestClient client = served.client("a")) {
                assertDigest(served, client, Served.contract(Served.RB).id());
                assertThat(client.events).filteredOn(StateRecord.class::isInstance).isEmpty();
            }
        }
    }

    @Test
    void ticksAndLogsBringNoNewOne() throws Exception {
        try (Served served = Served.start("digest", "2ms"); TestClient client = served.client("a", true)) {
            assertDigest(served, client);
            int before = client.digests.size();

            for (int i = 1; i <= 50; i++) {
                served.gateway.publish(Served.tick(Served.RB, i));
                served.engine.log(LogLevel.INFO, "test", "entry " + i);
                int count = i;
                Waiting.until(() -> client.ticks.size() == count, () -> client.fault);
            }

            assertThat(client.digests).hasSize(before);
        }
    }

    @Test
    void thereIsAtMostOneInAnInterval() throws Exception {
        try (Served served = Served.start("digest", "1h", "heartbeat", "10ms");
                TestClient client = served.client("a")) {
            for (int i = 1; i <= 20; i++) served.mark(client, Integer.toString(i));
            long signs = client.signsOfLife;
            Waiting.until(() -> client.signsOfLife > signs + 3, () -> client.fault);

            assertThat(client.digests).isEmpty();
            assertThat(client.events).hasSizeGreaterThan(20);
        }
    }
}

package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.order;
import static io.trunkline.engine.model.Status.ALLTRADED;
import static io.trunkline.engine.model.Status.CANCELLED;
import static io.trunkline.engine.model.Status.NOTTRADED;
import static io.trunkline.engine.model.Status.PARTTRADED;
import static io.trunkline.engine.model.Status.REJECTED;
import static io.trunkline.engine.model.Status.SUBMITTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class OrderBookTest {

    private final OrderBook book = new OrderBook();

    private static Id id(String text) {
        return Id.parse(text);
    }

    @ParameterizedTest(name = "{0} {1} then {2} {3}: {4}")
    @CsvSource({
        // forward
        "SUBMITTING, 0, NOTTRADED, 0, kept", "SUBMITTING, 0, PARTTRADED, 3, kept", "SUBMITTING, 0, ALLTRADED, 10, kept",
        "SUBMITTING, 0, REJECTED, 0, kept", "SUBMITTING, 0, CANCELLED, 0, kept", "NOTTRADED, 0, PARTTRADED, 1, kept",
        "NOTTRADED, 0, CANCELLED, 0, kept", "PARTTRADED, 1, PARTTRADED, 2, kept", "PARTTRADED, 3, CANCELLED, 3, kept",
        "PARTTRADED, 3, ALLTRADED, 10, kept",
        // the same again
        "NOTTRADED, 0, NOTTRADED, 0, kept", "PARTTRADED, 3, PARTTRADED, 3, kept", "CANCELLED, 3, CANCELLED, 3, kept",
        // more traded counts for more than rank
        "PARTTRADED, 3, NOTTRADED, 4, kept", "CANCELLED, 3, CANCELLED, 4, kept",
        // backward
        "NOTTRADED, 0, SUBMITTING, 0, vetoed", "PARTTRADED, 3, NOTTRADED, 3, vetoed",
        "PARTTRADED, 3, NOTTRADED, 0, vetoed", "PARTTRADED, 3, PARTTRADED, 2, vetoed",
        "PARTTRADED, 3, CANCELLED, 2, vetoed", "CANCELLED, 3, CANCELLED, 2, vetoed",
        // a final state is final
        "CANCELLED, 3, PARTTRADED, 4, vetoed", "ALLTRADED, 10, CANCELLED, 10, vetoed",
        "CANCELLED, 0, REJECTED, 0, vetoed", "REJECTED, 0, SUBMITTING, 0, vetoed",
        "REJECTED, 0, ALLTRADED, 10, vetoed", "ALLTRADED, 10, NOTTRADED, 0, vetoed"})
    void keepsTheNewerState(Status before, double tradedBefore, Status after, double tradedAfter, String result) {
        book.put(order("SIM.1", before, tradedBefore));

        boolean kept = book.put(order("SIM.1", after, tradedAfter));

        assertThat(kept).isEqualTo(result.equals("kept"));
        Order last = kept ? order("SIM.1", after, tradedAfter) : order("SIM.1", before, tradedBefore);
        assertThat(book.find(id("SIM.1"))).contains(last);
        assertThat(book.active()).isEqualTo(last.isActive() ? List.of(last) : List.of());
    }

    @Test
    void listsOrdersAsTheyFirstArrived() {
        book.put(order("SIM.b", SUBMITTING, 0));
        book.put(order("SIM.a", SUBMITTING, 0));
        book.put(order("SIM.b", CANCELLED, 0));

        assertThat(book.all()).containsExactly(order("SIM.b", CANCELLED, 0), order("SIM.a", SUBMITTING, 0));
    }

    @Test
    void listsActiveOrdersAsTheyFirstArrived() {
        for (String id : List.of("SIM.c", "SIM.b", "SIM.a")) book.put(order(id, SUBMITTING, 0));
        book.put(order("SIM.b", NOTTRADED, 0));
        book.put(order("SIM.c", CANCELLED, 0));

        assertThat(book.active()).containsExactly(order("SIM.b", NOTTRADED, 0), order("SIM.a", SUBMITTING, 0));
    }

    @Test
    void removesOnlyNamedOrdersOfThePath() {
        book.put(order("SIM.1", NOTTRADED, 0));
        book.put(order("SIM.2", NOTTRADED, 0));
        book.put(order("SIM2.1", NOTTRADED, 0));

        List<Order> removed = book.remove(Set.of(id("SIM.1"), id("SIM2.1"), id("SIM.9")), "SIM");

        assertThat(removed).containsExactly(order("SIM.1", NOTTRADED, 0));
        assertThat(book.find(id("SIM.1"))).isEmpty();
        assertThat(book.all()).containsExactly(order("SIM.2", NOTTRADED, 0), order("SIM2.1", NOTTRADED, 0));
        assertThat(book.active()).hasSize(2);
    }

    @Test
    void takesARemovedOrderAnew() {
        book.put(order("SIM.1", CANCELLED, 0));
        book.remove(Set.of(id("SIM.1")), "SIM");

        assertThat(book.put(order("SIM.1", SUBMITTING, 0))).isTrue();
        assertThat(book.all()).hasSize(1);
    }

    /**
     * What the guard must do, said in another way: every state has a place on a scale, and final ones have no way on.
     */
    private static boolean newer(Order last, Order next) {
        if (last == null) return true;
        Set<Status> ends = Set.of(ALLTRADED, CANCELLED, REJECTED);
        if (ends.contains(last.status()) && last.status() != next.status()) return false;
        List<Status> scale = List.of(SUBMITTING, NOTTRADED, PARTTRADED);
        double from = last.traded() * 10 + (last.isActive() ? scale.indexOf(last.status()) : 9);
        double to = next.traded() * 10 + (next.isActive() ? scale.indexOf(next.status()) : 9);
        return to >= from;
    }

    @Test
    void agreesWithAModelOnRandomSequences() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            OrderBook fresh = new OrderBook();
            Map<Id, Order> model = new LinkedHashMap<>();
            for (int step = 0; step < 200; step++) {
                Order next = order("SIM." + random.nextInt(5), Status.values()[random.nextInt(6)], random.nextInt(4));
                boolean expected = newer(model.get(next.id()), next);
                if (expected) model.put(next.id(), next);

                assertThat(fresh.put(next)).as("seed %d round %d step %d: %s", seed, round, step, next)
                        .isEqualTo(expected);
            }
            assertThat(fresh.all()).as("seed %d round %d", seed, round).containsExactlyElementsOf(model.values());
            assertThat(fresh.active()).as("seed %d round %d", seed, round)
                    .containsExactlyElementsOf(model.values().stream().filter(Order::isActive).toList());
        }
    }

    @Test
    void endsWhereTheLifeEndsInWhateverOrderItsStatesArrive() {
        List<Order> life = List.of(order("SIM.1", SUBMITTING, 0), order("SIM.1", NOTTRADED, 0),
                order("SIM.1", PARTTRADED, 2), order("SIM.1", PARTTRADED, 7), order("SIM.1", ALLTRADED, 10));
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            OrderBook fresh = new OrderBook();
            List<Order> arriving = new ArrayList<>(life);
            arriving.addAll(life); // each of them twice
            Collections.shuffle(arriving, random);
            arriving.forEach(fresh::put);

            assertThat(fresh.all()).as("seed %d round %d", seed, round).containsExactly(order("SIM.1", ALLTRADED, 10));
        }
    }

    @Test
    void copiesTwentyThousandOrdersWhileOthersArrive() throws InterruptedException {
        Map<Integer, Order> orders = new HashMap<>();
        IntStream.range(0, 20_000).forEach(i -> orders.put(i, order("SIM." + i, NOTTRADED, 0)));
        orders.values().forEach(book::put);
        Thread writer = new Thread(
                () -> IntStream.range(20_000, 40_000).forEach(i -> book.put(order("SIM." + i, NOTTRADED, 0))));
        writer.start();

        int last = 20_000;
        while (writer.isAlive()) {
            List<Order> copy = book.all();
            assertThat(copy).doesNotContainNull();
            assertThat(copy.size()).isGreaterThanOrEqualTo(last);
            last = copy.size();
        }
        writer.join();

        assertThat(book.all()).hasSize(40_000);
    }
}

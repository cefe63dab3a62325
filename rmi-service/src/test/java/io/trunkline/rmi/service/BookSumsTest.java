package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.StateRecord;
import io.trunkline.engine.model.Status;
import io.trunkline.rmi.access.InstrumentPatterns;
import io.trunkline.rmi.access.Paths;
import io.trunkline.rmi.access.View;
import io.trunkline.rmi.wire.RandomEvents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BookSumsTest {

    private static final Order FIRST = Order.of(Served.BUY.withOwner("alice"), "FAKE", "1");
    private static final Order NEXT = FIRST.toBuilder().status(Status.NOTTRADED).build();
    private static final View ALICES = new View(Paths.ALL, InstrumentPatterns.ALL, "alice", false);

    private final BookSums sums = new BookSums();
    private final List<Event> asked = new ArrayList<>();

    private static BookSums sumsOf(Iterable<? extends StateRecord> records) {
        BookSums fresh = new BookSums();
        records.forEach(fresh::put);
        fresh.use(7, ALICES::sees);
        return fresh;
    }

    @Test
    void aViewIsAskedOnceForANewStateOfARecord() {
        sums.use(7, event -> {
            asked.add(event);
            return ALICES.sees(event);
        });
        sums.put(FIRST);
        sums.put(NEXT);

        assertThat(asked).containsExactly(FIRST, NEXT);
        assertThat(sums.digests()).isEqualTo(sumsOf(List.of(NEXT)).digests());
    }

    @Test
    void aRecordWhoseOwnerIsLearnedLateEntersAndLeavesWhatViewsShow() {
        sums.use(7, ALICES::sees);
        Order nobodys = FIRST.toBuilder().owner("").build();
        for (Order state : List.of(nobodys, FIRST, nobodys, NEXT)) {
            sums.put(state);
            assertThat(sums.digests()).isEqualTo(sumsOf(List.of(state)).digests());
        }
    }

    @Test
    void sumsOfManyChangesAreThoseOfWhatIsLeft() {
        RandomEvents random = new RandomEvents(3, "FAKE");
        Random dice = new Random(3);
        Map<Object, StateRecord> left = new LinkedHashMap<>();
        sums.use(7, ALICES::sees);
        for (int i = 0; i < 2_000; i++) {
            Order order = random.order().toBuilder().gateway("FAKE").id(Id.of("FAKE", "" + dice.nextInt(50)))
                    .owner(dice.nextBoolean() ? "alice" : "bob").build();
            if (dice.nextInt(5) == 0) {
                sums.remove(RecordKind.ORDER, order.id());
                left.remove(order.id());
            } else {
                sums.put(order);
                left.put(order.id(), order);
            }
        }

        assertThat(sums.digests()).isEqualTo(sumsOf(left.values()).digests());
    }
}

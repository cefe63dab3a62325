package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Status;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger<Order> ledger = new Ledger<>();

    private void put(String id, Status status) {
        Order order = order(id, status, 0);
        ledger.put(order.id(), order);
    }

    @Test
    void listsTheLastRecordOfEachIdInOrderOfFirstArrival() {
        put("SIM.1", Status.SUBMITTING);
        put("SIM.2", Status.SUBMITTING);
        put("SIM.1", Status.NOTTRADED);

        assertThat(ledger.all()).containsExactly(
                order("SIM.1", Status.NOTTRADED, 0), order("SIM.2", Status.SUBMITTING, 0));
        assertThat(ledger.find(Id.parse("SIM.1"))).contains(order("SIM.1", Status.NOTTRADED, 0));
    }

    @Test
    void givesListsThatDoNotChange() {
        put("SIM.1", Status.SUBMITTING);
        var before = ledger.all();
        put("SIM.1", Status.NOTTRADED);
        put("SIM.2", Status.SUBMITTING);

        assertThat(before).containsExactly(order("SIM.1", Status.SUBMITTING, 0));
    }

    @Test
    void keepsEachRecordInItsPlaceAfterOthersWereRemoved() {
        for (int i = 1; i <= 5; i++) put("SIM." + i, Status.SUBMITTING);

        assertThat(ledger.remove(Set.of(Id.parse("SIM.2"), Id.parse("SIM.4")), "SIM")).hasSize(2);
        put("SIM.3", Status.NOTTRADED);
        put("SIM.5", Status.CANCELLED);
        put("SIM.6", Status.SUBMITTING);

        assertThat(ledger.all()).containsExactly(order("SIM.1", Status.SUBMITTING, 0),
                order("SIM.3", Status.NOTTRADED, 0), order("SIM.5", Status.CANCELLED, 0),
                order("SIM.6", Status.SUBMITTING, 0));
        assertThat(ledger.find(Id.parse("SIM.2"))).isEmpty();
    }

    @Test
    void numbersIdsInOrderOfArrivalAlsoAfterARemoval() {
        long first = ledger.put(Id.parse("SIM.1"), order("SIM.1", Status.SUBMITTING, 0));
        ledger.remove(Set.of(Id.parse("SIM.1")), "SIM");
        long second = ledger.put(Id.parse("SIM.2"), order("SIM.2", Status.SUBMITTING, 0));

        assertThat(second).isGreaterThan(first);
        assertThat(ledger.put(Id.parse("SIM.2"), order("SIM.2", Status.NOTTRADED, 0))).isEqualTo(second);
    }
}

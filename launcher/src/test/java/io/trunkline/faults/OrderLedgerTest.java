package io.trunkline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Status;
import io.trunkline.faults.Findings.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderLedgerTest {

    private final OrderLedger ledger = new OrderLedger();

    private static Order order(String local, String key, Status status) {
        return Order.builder().id(Id.of("RPC.SIM", local)).gateway("RPC.SIM").direction(Direction.LONG).volume(1)
                .instrument(InstrumentId.parse("AP010.CZCE")).clientKey(key).status(status).build();
    }

    private Findings check(Order... orders) {
        Findings findings = HistoryChecker.strict().check(List.of());
        ledger.check(List.of(orders), "RPC", findings);
        return findings;
    }

    private void answer(String key, String outcome) {
        ledger.sending(key);
        ledger.answered(key, outcome);
    }

    @Test
    void whatWasSaidOfAnOrderMustBeSo() {
        answer("a", "ACCEPTED\tSIM.1");
        answer("b", "REFUSED\tno");
        answer("c", "NEVER\t");

        assertThat(check(order("1", "a", Status.NOTTRADED)).isClean()).isTrue();
        assertThat(check(order("1", "a", Status.NOTTRADED), order("2", "b", Status.REJECTED)).isClean()).isTrue();
        assertThat(check().count(Fault.DIFFERENT)).isEqualTo(1);
        assertThat(check(order("9", "a", Status.NOTTRADED)).count(Fault.DIFFERENT)).isEqualTo(1);
        assertThat(check(order("1", "a", Status.NOTTRADED), order("2", "b", Status.NOTTRADED),
                order("3", "c", Status.NOTTRADED)).count(Fault.DIFFERENT)).isEqualTo(2);
    }

    @Test
    void anOrderThatIsThereTwiceIsDuplicated() {
        answer("a", "ACCEPTED\tSIM.1");

        assertThat(check(order("1", "a", Status.NOTTRADED), order("2", "a", Status.NOTTRADED))
                .count(Fault.DUPLICATED)).isEqualTo(1);
    }

    @Test
    void anOrderOfWhichNothingIsCertainIsAFaultUntilItIsSettled() {
        answer("a", "DOUBT\tthe connection broke");
        ledger.sending("b");
        assertThat(ledger.open()).containsExactly("a", "b");
        assertThat(check().count(Fault.DIFFERENT)).isEqualTo(2);

        ledger.told("a", "NEVER\t");
        ledger.told("b", "ACCEPTED\tSIM.2");

        assertThat(ledger.open()).isEmpty();
        assertThat(check(order("2", "b", Status.NOTTRADED)).isClean()).isTrue();
        assertThat(ledger.counts()).isEqualTo(Map.of("doubt", 1, "unanswered", 1));
    }
}

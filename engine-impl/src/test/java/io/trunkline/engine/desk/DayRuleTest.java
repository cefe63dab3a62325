package io.trunkline.engine.desk;

import static io.trunkline.engine.desk.Rig.accepted;
import static io.trunkline.engine.desk.Rig.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DayRuleTest {

    @Test
    void refusesMoreOrdersThanADayMayHaveUntilTheNextBegins() {
        try (Rig rig = Rig.started(Map.of("dayOrders", "2"))) {
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
            assertRefused(rig.buy("alice", 1), "day-orders",
                    "this would be order 3 of alice today, and 2 may be sent (Desk.dayOrders)");
            assertThat(rig.buy("bob", 1).isAccepted()).isTrue();

            rig.move(Duration.ofHours(6).minusSeconds(1));
            assertThat(Rig.why(rig.buy("alice", 1)).rule()).as("a second before 18:00").isEqualTo("day-orders");
            rig.move(Duration.ofSeconds(1));
            assertThat(rig.buy("alice", 1).isAccepted()).as("at 18:00").isTrue();
        }
    }

    @Test
    void rollsWhenItIsToldTo() {
        try (Rig rig = Rig.started(Map.of("dayOrders", "1", "day.roll", "05:00 UTC"))) {
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
            rig.move(Duration.ofMinutes(59));
            assertThat(rig.buy("alice", 1).isAccepted()).isFalse();
            rig.move(Duration.ofMinutes(1));
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
        }
    }

    @Test
    void countsEachContractByItself() {
        try (Rig rig = Rig.started(Map.of("contractOrders", "1"))) {
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
            assertRefused(rig.buy("alice", 1), "contract-orders", "this would be order 2 of alice today in rb2610.SHFE,"
                    + " and 1 may be sent (Desk.contractOrders)");
            assertThat(rig.of("alice").sendOrder(
                    OrderRequest.limit("X", Rig.HC, Direction.LONG, Offset.OPEN, 1, 3000)).isAccepted()).isTrue();
        }
    }

    @Test
    void limitsAllTogether() {
        try (Rig rig = Rig.started(Map.of("all.dayOrders", "2"))) {
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
            assertThat(rig.buy("", 1).isAccepted()).isTrue();
            assertRefused(rig.buy("bob", 1), "all-day-orders", "this would be order 3 of all clients together today,"
                    + " and 2 may be sent (Desk.all.dayOrders)");
        }
    }

    @Test
    void countsBothSidesOfAQuote() {
        try (Rig rig = Rig.started(Map.of("dayOrders", "3"))) {
            assertThat(rig.of("alice").sendQuote(Rig.quote(1)).isAccepted()).isTrue();
            assertThat(rig.of("alice").sendQuote(Rig.quote(1)).isAccepted()).isFalse();
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
        }
    }

    @Test
    void doesNotCountWhatTheGatewayRefused() {
        try (Rig rig = Rig.started(Map.of("dayOrders", "1"))) {
            rig.exchange.onOrder = request -> Outcome.refused("not-connected", "not yet");
            assertThat(Rig.why(rig.buy("alice", 1)).rule()).isEqualTo("not-connected");
            rig.exchange.onOrder = rig.exchange::accept;
            assertThat(rig.buy("alice", 1).isAccepted()).isTrue();
            assertThat(rig.buy("alice", 1).isAccepted()).isFalse();
        }
    }

    @Test
    void refusesMoreCancelsThanADayMayHave() {
        try (Rig rig = Rig.started(Map.of("dayCancels", "2", "contractCancels", "1"))) {
            Id id = accepted(rig.buy("alice", 1));
            rig.drain();

            rig.exchange.onCancel = Outcome.refused("not-connected", "not yet");
            assertThat(Rig.why(rig.of("alice").cancelOrder(CancelRequest.of(id))).rule()).isEqualTo("not-connected");
            rig.exchange.onCancel = null;
            assertThat(rig.of("alice").cancelOrder(CancelRequest.of(id)).isAccepted()).isTrue();
            assertRefused(rig.of("alice").cancelOrder(CancelRequest.of(id)), "contract-cancels", "this would be cancel"
                    + " 2 of alice today in rb2610.SHFE, and 1 may be sent (Desk.contractCancels)");
            Id unknown = Id.parse("X.unknown");
            assertThat(rig.of("alice").cancelOrder(CancelRequest.of(unknown)).isAccepted()).isTrue();
            assertRefused(rig.of("alice").cancelOrder(CancelRequest.of(unknown)), "day-cancels",
                    "this would be cancel 3 of alice today, and 2 may be sent (Desk.dayCancels)");
        }
    }

    @Test
    void showsWhatWasCounted() {
        try (Rig rig = Rig.started(Map.of("dayOrders", "5", "all.contractOrders", "9"))) {
            Id id = accepted(rig.buy("alice", 1));
            rig.drain();
            rig.of("bob").cancelOrder(CancelRequest.of(id));

            assertThat(rig.table("limits")).containsExactly(
                    List.of("(all)", 1, "", 1, "", 1, "", 0, "", "", ""),
                    List.of("alice", 1, "", 1, "5", 0, "", 0, "", "", ""),
                    List.of("bob", 0, "", 0, "5", 1, "", 0, "", "", ""));
            assertThat(rig.table("contracts")).containsExactly(
                    List.of("(all)", "rb2610.SHFE", 1, "9", 1, ""),
                    List.of("alice", "rb2610.SHFE", 1, "", 0, ""),
                    List.of("bob", "rb2610.SHFE", 0, "", 1, ""));
        }
    }
}

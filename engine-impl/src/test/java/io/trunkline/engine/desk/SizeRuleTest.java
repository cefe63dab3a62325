package io.trunkline.engine.desk;

import static io.trunkline.engine.desk.Rig.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SizeRuleTest {

    @Test
    void refusesMoreLotsThanOneOrderMayHave() {
        try (Rig rig = Rig.started(Map.of("orderVolume", "10"))) {
            assertThat(rig.buy("alice", 10).isAccepted()).isTrue();
            assertRefused(rig.buy("alice", 12), "order-volume",
                    "12 lots are more than the 10 that one order of alice may have (Desk.orderVolume)");
            assertThat(rig.exchange.sent).as("reached the gateway").hasValue(1);
        }
    }

    @Test
    void looksAtBothSidesOfAQuote() {
        try (Rig rig = Rig.started(Map.of("orderVolume", "10"))) {
            assertThat(rig.of("alice").sendQuote(Rig.quote(10)).isAccepted()).isTrue();
            assertThat(Rig.why(rig.of("alice").sendQuote(Rig.quote(11))).rule()).isEqualTo("order-volume");
        }
    }

    @Test
    void refusesAnOrderWorthTooMuch() {
        try (Rig rig = Rig.started(Map.of("orderValue", "100000"))) {
            assertThat(rig.buy("alice", 3).isAccepted()).isTrue();
            assertRefused(rig.buy("alice", 4), "order-value", "120000 (3000 x 4 lots x 10) is more than the 100000"
                    + " that one order of alice may be worth (Desk.orderValue)");
        }
    }

    @Test
    void valuesAMarketOrderAtTheLastPriceIfThereIsOne() {
        OrderRequest market = OrderRequest.market("X", Rig.RB, Direction.LONG, Offset.OPEN, 4);
        try (Rig rig = Rig.started(Map.of("orderValue", "100000"))) {
            assertThat(rig.of("alice").sendOrder(market).isAccepted()).as("without a last price").isTrue();
            rig.publish(Rig.last(3100));
            assertThat(Rig.why(rig.of("alice").sendOrder(market)).message())
                    .startsWith("124000 (3100 x 4 lots x 10) is more than the 100000");
        }
    }
}

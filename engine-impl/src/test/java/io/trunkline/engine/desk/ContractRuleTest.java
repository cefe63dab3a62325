package io.trunkline.engine.desk;

import static io.trunkline.engine.desk.Rig.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OptionTerms;
import io.trunkline.engine.model.OptionType;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ContractRuleTest {

    private static final InstrumentId OTHER = InstrumentId.parse("zz9999.SHFE");

    private static Outcome buy(Rig rig, InstrumentId instrument, double volume, double price) {
        return rig.of("alice").sendOrder(
                OrderRequest.limit("X", instrument, Direction.LONG, Offset.OPEN, volume, price));
    }

    @Test
    void refusesAContractThatItsGatewayDoesNotList() {
        try (Rig rig = Rig.started(Map.of())) {
            assertRefused(buy(rig, OTHER, 1, 3000), "contract",
                    "gateway X does not list zz9999.SHFE (Desk.contracts)");
        }
    }

    @Test
    void letsPassAnythingWhereAGatewayListsNothing() {
        try (Rig rig = Rig.started(Map.of())) {
            rig.engine.addGateway(new FakeExchange.Provider(), "Y");
            assertThat(rig.engine.sendOrder(OrderRequest.limit("Y", OTHER, Direction.LONG, Offset.OPEN, 1, 3000.5))
                    .isAccepted()).isTrue();
        }
    }

    @Test
    void refusesVolumesThatTheContractHasNot() {
        try (Rig rig = Rig.started(Map.of())) {
            rig.publish(Rig.contract(Rig.RB).minVolume(2).maxVolume(10).build());

            assertThat(buy(rig, Rig.RB, 10, 3000).isAccepted()).isTrue();
            assertRefused(buy(rig, Rig.RB, 1, 3000), "contract",
                    "1 lots are below the smallest order of rb2610.SHFE, 2 lots (Desk.contracts)");
            assertRefused(buy(rig, Rig.RB, 12, 3000), "contract",
                    "12 lots are above the largest order of rb2610.SHFE, 10 lots (Desk.contracts)");
            assertRefused(buy(rig, Rig.RB, 3, 3000), "contract",
                    "3 lots are not a whole multiple of 2 lots, the step of rb2610.SHFE (Desk.contracts)");
        }
    }

    @Test
    void letsOddLotsOfSecuritiesPass() {
        try (Rig rig = Rig.started(Map.of())) {
            rig.publish(Rig.contract(Rig.RB).product(Product.EQUITY).minVolume(100).build());
            assertThat(buy(rig, Rig.RB, 130, 3000).isAccepted()).isTrue();
        }
    }

    @Test
    void refusesAPriceBetweenTicksWhateverTheBinaryDust() {
        try (Rig rig = Rig.started(Map.of())) {
            rig.publish(Rig.contract(Rig.RB).priceTick(0.2).build());

            assertThat(buy(rig, Rig.RB, 1, 0.6000000000000001).isAccepted()).isTrue();
            assertThat(buy(rig, Rig.RB, 1, -3000.4).isAccepted()).isTrue();
            assertRefused(buy(rig, Rig.RB, 1, 3000.3), "contract",
                    "price 3000.3 is not a multiple of 0.2, the price tick of rb2610.SHFE (Desk.contracts)");
        }
    }

    @Test
    void refusesAnOptionFromTheDayAfterItsLast() {
        try (Rig rig = Rig.started(Map.of())) {
            Instant midnight = Instant.parse("2026-11-22T16:00:00Z"); // the 23rd in Shanghai
            rig.publish(Rig.contract(Rig.RB).product(Product.OPTION)
                    .option(new OptionTerms(3000, "", OptionType.CALL, null, midnight, "", "")).build());

            assertThat(buy(rig, Rig.RB, 1, 3000).isAccepted()).as("at noon of its last day").isTrue();
            rig.move(Duration.ofHours(6));
            assertRefused(buy(rig, Rig.RB, 1, 3000), "contract",
                    "option rb2610.SHFE expired on 2026-11-23, and it is 2026-11-24 (Desk.contracts)");
        }
    }

    @Test
    void checksNothingIfItIsOff() {
        try (Rig rig = Rig.started(Map.of("contracts", "false"))) {
            assertThat(buy(rig, OTHER, 1.5, 0.3).isAccepted()).isTrue();
        }
    }
}

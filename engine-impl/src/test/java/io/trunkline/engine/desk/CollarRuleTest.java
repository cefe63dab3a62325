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
class CollarRuleTest {

    @Test
    void refusesPricesTooFarFromTheLastOneOnEitherSide() {
        try (Rig rig = Rig.started(Map.of("collar", "5"))) {
            rig.publish(Rig.last(3000));

            assertThat(rig.of("alice").sendOrder(Rig.limit(1, 3150)).isAccepted()).isTrue();
            assertThat(rig.of("alice").sendOrder(Rig.limit(1, 2850)).isAccepted()).isTrue();
            assertRefused(rig.of("alice").sendOrder(Rig.limit(1, 3240)), "price-collar", "price 3240 is 8 % away from"
                    + " the last price 3000, which is more than the 5 % that alice may be (Desk.collar)");
            assertThat(Rig.why(rig.of("alice").sendOrder(Rig.limit(1, 2849))).rule()).isEqualTo("price-collar");
        }
    }

    @Test
    void letsPassWhatHasNoPriceToCompare() {
        try (Rig rig = Rig.started(Map.of("collar", "5"))) {
            assertThat(rig.of("alice").sendOrder(Rig.limit(1, 9000)).isAccepted()).as("no last price").isTrue();
            rig.publish(Rig.last(0));
            assertThat(rig.of("alice").sendOrder(Rig.limit(1, 9000)).isAccepted()).as("none yet today").isTrue();
            rig.publish(Rig.last(3000));
            assertThat(rig.of("alice").sendOrder(
                    OrderRequest.market("X", Rig.RB, Direction.LONG, Offset.OPEN, 1)).isAccepted()).isTrue();
        }
    }
}

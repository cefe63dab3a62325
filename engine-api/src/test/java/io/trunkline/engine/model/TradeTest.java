package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class TradeTest {

    @Test
    void isBuiltFromEveryComponent() {
        Trade built = Trade.builder().id(Id.parse("SIM.t.1")).orderId(Id.parse("SIM.a.1")).gateway("SIM")
                .instrument(Samples.RB).direction(Direction.SHORT).offset(Offset.OPEN).price(1.5).volume(7)
                .time(Samples.TIME).reference("reference").clientKey("key").owner("owner").build();

        assertThat(built).isEqualTo(Samples.TRADE).hasSameHashCodeAs(Samples.TRADE);
        assertThat(Samples.TRADE.toBuilder().build()).isEqualTo(Samples.TRADE);
    }

    @Test
    void hasNoTimeOrLabelsUnlessSaidOtherwise() {
        Trade built = Trade.builder().id(Id.parse("SIM.1")).orderId(Id.parse("SIM.2")).gateway("SIM")
                .instrument(Samples.RB).direction(Direction.LONG).build();

        assertThat(built).isEqualTo(new Trade(Id.parse("SIM.1"), Id.parse("SIM.2"), "SIM", Samples.RB, Direction.LONG,
                Offset.NONE, 0, 0, null, "", "", ""));
    }

    @Test
    void isKeyedByItsInstrument() {
        assertThat(Samples.TRADE.key()).isEqualTo(Samples.RB);
    }
}

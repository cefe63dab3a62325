package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(10)
class OrderTest {

    private static final Order.Builder LEAST = Order.builder().id(Id.parse("SIM.1")).gateway("SIM")
            .instrument(Samples.RB).direction(Direction.LONG);

    @Test
    void isBuiltFromEveryComponent() {
        Order built = Order.builder().id(Id.parse("SIM.a.1")).gateway("SIM").instrument(Samples.RB).type(OrderType.FAK)
                .direction(Direction.SHORT).offset(Offset.CLOSETODAY).price(1.5).volume(7).traded(2)
                .status(Status.PARTTRADED).time(Samples.TIME).reference("reference").clientKey("key").owner("owner")
                .message("message").build();

        assertThat(built).isEqualTo(Samples.ORDER).hasSameHashCodeAs(Samples.ORDER);
        assertThat(Samples.ORDER.toBuilder().build()).isEqualTo(Samples.ORDER);
    }

    @Test
    void isALimitOrderBeingSubmittedUnlessSaidOtherwise() {
        assertThat(LEAST.build()).isEqualTo(new Order(Id.parse("SIM.1"), "SIM", Samples.RB, OrderType.LIMIT,
                Direction.LONG, Offset.NONE, 0, 0, 0, Status.SUBMITTING, null, "", "", "", ""));
    }

    @Test
    void namesWhatABuilderLacks() {
        assertThatNullPointerException().isThrownBy(() -> Order.builder().build()).withMessage("id");
        assertThatNullPointerException().isThrownBy(() -> Order.builder().id(Id.parse("SIM.1")).build())
                .withMessage("gateway");
    }

    @Test
    void comesOfARequestAsSubmitting() {
        Order order = Order.of(Samples.ORDER_REQUEST, "SIM", "a.7");

        assertThat(order).isEqualTo(new Order(Id.parse("SIM.a.7"), "SIM", Samples.RB, OrderType.STOP, Direction.SHORT,
                Offset.CLOSE, 2, 1, 0, Status.SUBMITTING, null, "reference", "key", "owner", ""));
    }

    @ParameterizedTest
    @EnumSource
    void isActiveAsItsStatusIs(Status status) {
        assertThat(Samples.ORDER.toBuilder().status(status).build().isActive()).isEqualTo(status.isActive());
    }

    @Test
    void tellsWhatRemainsAndHowToCancelIt() {
        assertThat(Samples.ORDER.remaining()).isEqualTo(5);
        assertThat(Samples.ORDER.cancelRequest()).isEqualTo(new CancelRequest(Id.parse("SIM.a.1"), Samples.RB));
    }

    @Test
    void isKeyedByItsId() {
        assertThat(Samples.ORDER.key()).isEqualTo(Samples.ORDER.id());
    }
}

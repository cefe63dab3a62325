package io.trunkline.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.model.Conflated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class EventKindTest {

    @Test
    void readsLists() {
        assertThat(EventKind.parse("ticks, Orders")).containsExactlyInAnyOrder(EventKind.TICKS, EventKind.ORDERS);
        assertThat(EventKind.parse("all")).containsExactlyInAnyOrder(EventKind.values());
        assertThat(EventKind.parse("none")).isEmpty();
    }

    @Test
    void saysWhatMayHaveBeenMeant() {
        assertThatThrownBy(() -> EventKind.parse("ticks,ordres"))
                .hasMessage("unknown kind 'ordres'; did you mean orders?");
        assertThatThrownBy(() -> EventKind.parse("xyzzy")).hasMessageContaining("there are accounts, contracts");
    }

    @Test
    void knowsTheKindOfEvents() {
        assertThat(EventKind.of(Samples.tick())).isEqualTo(EventKind.TICKS);
        assertThat(EventKind.of(Samples.order(""))).isEqualTo(EventKind.ORDERS);
        assertThat(EventKind.of(Samples.trade(""))).isEqualTo(EventKind.TRADES);
        assertThat(EventKind.of(new Conflated("", 1))).isEqualTo(EventKind.STATES);
    }
}

package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ResyncTest {

    private static final Id ONE = Id.parse("SIM.1");
    private static final Id TWO = Id.parse("SIM.2");

    @Test
    void doesNotChangeWithTheMapItWasMadeOf() {
        Set<Id> ids = new HashSet<>(Set.of(ONE));
        Map<RecordKind, Set<Id>> removed = new EnumMap<>(RecordKind.class);
        removed.put(RecordKind.ORDER, ids);
        Resync resync = new Resync("SIM", removed, Samples.TIME);

        ids.add(TWO);
        removed.put(RecordKind.TRADE, Set.of(TWO));

        assertThat(resync.removed()).isEqualTo(Map.of(RecordKind.ORDER, Set.of(ONE)));
    }

    @Test
    void canNotBeChanged() {
        assertThatThrownBy(() -> Samples.RESYNC.removed().put(RecordKind.TRADE, Set.of()))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> Samples.RESYNC.removed(RecordKind.ORDER).add(TWO))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void leavesOutKindsWithoutIds() {
        Resync resync = new Resync("SIM", Map.of(RecordKind.ORDER, Set.of(), RecordKind.QUOTE, Set.of(TWO)),
                Samples.TIME);

        assertThat(resync.removed()).containsOnlyKeys(RecordKind.QUOTE);
        assertThat(resync.removed(RecordKind.QUOTE)).containsExactly(TWO);
        assertThat(resync.removed(RecordKind.ORDER)).isEmpty();
    }

    @Test
    void isKeyedByItsGateway() {
        assertThat(Samples.RESYNC.key()).isEqualTo("SIM");
    }
}

package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.StateRecord;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RecordHasherTest {

    private static final int MANY = 20_000;

    private final RecordHasher hasher = new RecordHasher("");

    private static List<StateRecord> records(long seed, String... gateways) {
        RandomEvents random = new RandomEvents(seed, gateways);
        List<StateRecord> records = new ArrayList<>();
        while (records.size() < MANY) {
            if (random.next() instanceof StateRecord record) records.add(record);
        }
        return records;
    }

    @Test
    void equalRecordsHashEqualAndOthersDoNot() {
        Map<RecordHash, StateRecord> byHash = new HashMap<>();
        List<StateRecord> records = records(1, "A", "A.B");

        for (StateRecord record : records) {
            StateRecord other = byHash.putIfAbsent(hasher.hash(record), record);
            if (other != null) assertThat((Object) record).isEqualTo(other);
        }

        assertThat(byHash.values()).doesNotHaveDuplicates().hasSizeGreaterThan(MANY / 2);
        byHash.forEach((hash, record) -> assertThat(hasher.hash(copy(record, -1, null))).isEqualTo(hash));
    }

    @Test
    void everyComponentOfEveryRecordCounts() {
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        Map<Class<?>, StateRecord> last = new HashMap<>();
        Set<String> tried = new TreeSet<>();
        for (StateRecord record : records(2, "A")) {
            kinds.add(RecordKind.of(record));
            StateRecord other = last.put(record.getClass(), record);
            if (other == null) continue;
            RecordComponent[] components = record.getClass().getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                StateRecord changed = copy(record, i, value(other, components[i]));
                if (changed.equals(record)) continue;
                tried.add(record.getClass().getSimpleName() + "." + components[i].getName());
                assertThat(hasher.hash(changed)).as("%s with another %s", record, components[i].getName())
                        .isNotEqualTo(hasher.hash(record));
            }
        }

        assertThat(kinds).hasSize(RecordKind.values().length);
        assertThat(tried).hasSizeGreaterThan(55); // all but the gateways
    }

    @Test
    void aRecordThatCrossedTheWireHashesLikeTheServers() throws Exception {
        List<StateRecord> records = records(3, "A", "B.C");

        List<Event> crossed = Coding.roundTrip(records.stream().map(Event.class::cast).toList(), "RPC");

        RecordHasher client = new RecordHasher("RPC");
        for (int i = 0; i < records.size(); i++) {
            assertThat(client.hash((StateRecord) crossed.get(i))).isEqualTo(hasher.hash(records.get(i)));
        }
    }

    @Test
    void theGatewaysPathIsPartOfWhatIsHashed() {
        assertThat(hasher.hash(Account.of("A", "B.1", 1, 0))).isNotEqualTo(hasher.hash(Account.of("A.B", "1", 1, 0)));
    }

    @Test
    void aRecordOfAnotherGatewayIsRefused() {
        assertThatThrownBy(() -> new RecordHasher("RPC").hash(Account.of("RPC2.A", "1", 1, 0)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("RPC2.A.1");
    }

    private static Object value(StateRecord record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The same record with one component replaced; with none if the index is negative. */
    private static StateRecord copy(StateRecord record, int index, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components).map(component -> value(record, component)).toArray();
        if (index >= 0) values[index] = value;
        try {
            Constructor<?> constructor = record.getClass().getConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return (StateRecord) constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}

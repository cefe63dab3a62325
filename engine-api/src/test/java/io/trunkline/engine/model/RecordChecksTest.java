package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every record of the vocabulary refuses, found by walking over its components. */
@Timeout(30)
class RecordChecksTest {

    private static final Set<String> NULLABLE = Set.of("Order.time", "Trade.time", "Quote.time", "Tick.localTime",
            "Contract.option", "OptionTerms.listed", "OptionTerms.expiry", "CancelRequest.instrument",
            "CancelQuoteRequest.instrument", "HistoryRequest.end");

    private static Stream<Record> samples() {
        List<Object> all = new ArrayList<>(Samples.EVENTS);
        all.removeIf(event -> event instanceof Samples.Alarm);
        all.addAll(Samples.REQUESTS);
        all.addAll(List.of(Samples.BAR, Samples.TERMS, Samples.RB, Samples.ORDER.id(), new Refusal("rule", "message"),
                new Outcome.Accepted(Samples.ORDER.id()), new Outcome.Refused(new Refusal("rule", "message")),
                new Outcome.InDoubt("key", "reason"), new Outcome.NeverReceived("key"),
                new History.Refused(new Refusal("rule", "message"))));
        return all.stream().map(Record.class::cast);
    }

    static Stream<Arguments> references() {
        return samples().flatMap(sample -> Arrays.stream(sample.getClass().getRecordComponents())
                .filter(component -> !component.getType().isPrimitive())
                .map(component -> Arguments.of(name(component), sample, component)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void refusesNullWhereNoneIsAllowed(String name, Record sample, RecordComponent component) {
        Throwable fault = catchThrowable(() -> copy(sample, component, null));

        if (NULLABLE.contains(name)) {
            assertThat(fault).isNull();
        } else {
            assertThat(fault).isInstanceOf(NullPointerException.class).hasMessageContaining(component.getName());
        }
    }

    static Stream<Arguments> figures() {
        return samples()
                .filter(sample -> !(sample instanceof Tick || sample instanceof Bar))
                .flatMap(sample -> Arrays.stream(sample.getClass().getRecordComponents())
                        .filter(component -> component.getType() == double.class)
                        .map(component -> Arguments.of(name(component), sample, component)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void refusesAFigureThatIsNoNumber(String name, Record sample, RecordComponent component) {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(catchThrowable(() -> copy(sample, component, bad))).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(component.getName()).hasMessageContaining(String.valueOf(bad));
        }
    }

    static Stream<Arguments> labels() {
        return samples()
                .filter(sample -> sample instanceof Request)
                .flatMap(sample -> Arrays.stream(sample.getClass().getRecordComponents())
                        .filter(component -> Set.of("reference", "clientKey", "owner").contains(component.getName()))
                        .map(component -> Arguments.of(name(component), sample, component)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("labels")
    void bearsPlainLabelsOfUpTo128Characters(String name, Record sample, RecordComponent component) {
        assertThat(catchThrowable(() -> copy(sample, component, "测 x".repeat(42) + "yz"))).isNull();
        for (String bad : List.of("x".repeat(129), "a\nb", "a\u0000", "\u007f", "\u0085")) {
            assertThat(catchThrowable(() -> copy(sample, component, bad))).as(name + " of " + bad)
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(component.getName());
        }
    }

    private static String name(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }

    /** The record with one component replaced; throws what its constructor throws. */
    private static Record copy(Record sample, RecordComponent replaced, Object value) throws Throwable {
        RecordComponent[] components = sample.getClass().getRecordComponents();
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            boolean isReplaced = components[i].getName().equals(replaced.getName());
            values[i] = isReplaced ? value : components[i].getAccessor().invoke(sample);
        }
        Constructor<? extends Record> constructor = sample.getClass().getDeclaredConstructor(types);
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

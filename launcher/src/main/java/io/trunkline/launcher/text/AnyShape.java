package io.trunkline.launcher.text;

import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Bar;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes values of a class that is not known beforehand: the model's in their own shape, other records with a column a
 * component, anything else as its text.
 */
public final class AnyShape {

    private static final List<Known<?>> MODEL = List.of(
            new Known<>(Tick.class, Shapes.TICK), new Known<>(Order.class, Shapes.ORDER),
            new Known<>(Trade.class, Shapes.TRADE), new Known<>(Quote.class, Shapes.QUOTE),
            new Known<>(Position.class, Shapes.POSITION), new Known<>(Account.class, Shapes.ACCOUNT),
            new Known<>(Contract.class, Shapes.CONTRACT), new Known<>(Bar.class, Shapes.BAR),
            new Known<>(GatewayStatus.class, Shapes.STATE), new Known<>(LogEntry.class, Shapes.LOG));

    private record Known<T>(Class<T> type, Shape<T> shape) {

        List<String> lines(Format format, List<?> values) {
            return format.lines(shape, values.stream().<T>map(type::cast).toList());
        }
    }

    private AnyShape() {}

    /** The lines that show the values in a format; none without values. Values of several classes are texts. */
    public static List<String> lines(Format format, List<?> values) {
        if (values.isEmpty()) return List.of();
        Class<?> type = values.get(0).getClass();
        boolean isOneType = values.stream().allMatch(value -> value.getClass() == type);
        for (Known<?> known : MODEL) {
            if (isOneType && known.type() == type) return known.lines(format, values);
        }
        Shape<Object> shape = isOneType && type.isRecord() ? ofRecord(type) : ofText();
        return format.lines(shape, List.copyOf(values));
    }

    private static Shape<Object> ofRecord(Class<?> type) {
        List<Column<Object>> columns = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            component.getAccessor().trySetAccessible();
            columns.add(Column.shown(component.getName(), value -> figure(component, value)));
        }
        return Shape.<Object>of("record", value -> Zones.here()).with(columns);
    }

    private static Object figure(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot read " + component.getName() + " of " + value, e);
        }
    }

    private static Shape<Object> ofText() {
        return Shape.<Object>of("value", value -> Zones.here(), Column.shown("value", Object::toString));
    }
}

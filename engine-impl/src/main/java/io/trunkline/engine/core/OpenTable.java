package io.trunkline.engine.core;

import io.trunkline.engine.plugin.Monitor;
import java.util.List;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;

/** A monitor's rows in types that every JMX console knows. */
final class OpenTable {

    private OpenTable() {}

    /** The rows; a column is whole numbers, numbers or texts, whichever fits all of its cells now. */
    static CompositeData[] of(Monitor monitor) {
        List<List<Object>> rows = monitor.rows().get();
        String[] names = monitor.columns().toArray(String[]::new);
        OpenType<?>[] types = new OpenType<?>[names.length];
        for (int i = 0; i < names.length; i++) types[i] = typeOf(rows, i);
        try {
            CompositeType type = new CompositeType(monitor.name(), monitor.name(), names, names, types);
            CompositeData[] data = new CompositeData[rows.size()];
            for (int i = 0; i < data.length; i++) {
                data[i] = new CompositeDataSupport(type, names, cells(rows.get(i), types));
            }
            return data;
        } catch (OpenDataException e) {
            throw new IllegalStateException("monitor " + monitor.name() + " is no table: " + e.getMessage(), e);
        }
    }

    private static OpenType<?> typeOf(List<List<Object>> rows, int column) {
        boolean isWhole = true;
        for (List<Object> row : rows) {
            Object cell = row.get(column);
            if (!(cell instanceof Number)) return SimpleType.STRING;
            isWhole &= cell instanceof Long || cell instanceof Integer;
        }
        return isWhole ? SimpleType.LONG : SimpleType.DOUBLE;
    }

    private static Object[] cells(List<Object> row, OpenType<?>[] types) {
        Object[] cells = new Object[types.length];
        for (int i = 0; i < cells.length; i++) {
            Object cell = row.get(i);
            if (types[i] == SimpleType.STRING) cells[i] = cell.toString();
            else cells[i] = types[i] == SimpleType.LONG ? (Object) ((Number) cell).longValue()
                    : (Object) ((Number) cell).doubleValue();
        }
        return cells;
    }

    /** A figure's value as a number, a flag or a text. */
    static Object plain(Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Double || value instanceof Boolean) {
            return value;
        }
        return value.toString();
    }
}

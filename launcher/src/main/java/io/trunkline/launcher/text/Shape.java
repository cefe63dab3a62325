package io.trunkline.launcher.text;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a kind of value consists of, and so how it is written in each format.
 *
 * @param <T> the value's class
 */
public final class Shape<T> {

    private final String kind;
    private final Function<T, ZoneId> zone;
    private final List<Column<T>> columns;

    private Shape(String kind, Function<T, ZoneId> zone, List<Column<T>> columns) {
        this.kind = kind;
        this.zone = zone;
        this.columns = columns;
    }

    @SafeVarargs
    static <T> Shape<T> of(String kind, Function<T, ZoneId> zone, Column<T>... columns) {
        List<Column<T>> list = new ArrayList<>();
        for (Column<T> column : columns) list.add(column);
        return new Shape<>(kind, zone, list);
    }

    /** The same with some more columns, which tables leave out. */
    Shape<T> with(List<Column<T>> more) {
        List<Column<T>> all = new ArrayList<>(columns);
        all.addAll(more);
        return new Shape<>(kind, zone, all);
    }

    /** The values as one JSON object, led by a member {@code event} that names the kind. */
    public String event(T value) {
        return members(new Json().put("event", kind), value).toString();
    }

    /** The value as one JSON object. */
    String json(T value) {
        return members(new Json(), value).toString();
    }

    private Json members(Json json, T value) {
        for (Column<T> column : columns) json.put(column.name(), column.figure().apply(value));
        return json;
    }

    List<String> csv(List<T> values) {
        List<String> lines = new ArrayList<>();
        lines.add(Csv.line(columns.stream().map(Column::name).toList()));
        for (T value : values) {
            List<Object> row = new ArrayList<>();
            columns.forEach(column -> row.add(column.figure().apply(value)));
            lines.add(Csv.line(row));
        }
        return lines;
    }

    List<String> table(List<T> values) {
        List<Column<T>> shown = columns.stream().filter(Column::inTables).toList();
        Table table = new Table(shown.stream().map(Column::name).toList());
        for (T value : values) {
            List<Object> row = new ArrayList<>();
            shown.forEach(column -> row.add(forPeople(column.figure().apply(value), zone.apply(value))));
            table.add(row);
        }
        return table.lines();
    }

    private static Object forPeople(Object figure, ZoneId zone) {
        return figure instanceof Instant time ? Times.dateAndClock(time, zone) : figure;
    }
}

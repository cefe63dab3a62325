package io.trunkline.launcher.text;

import java.util.function.Function;

/**
 * One figure of a kind of value.
 *
 * @param <T> the value's class
 * @param name as it stands in CSV headings and as a JSON member
 * @param inTables whether tables show it too, which have less room
 * @param figure takes the figure from a value: a Number, Boolean, Instant or anything with a text form; null if not
 *     known
 */
record Column<T>(String name, boolean inTables, Function<T, Object> figure) {

    static <T> Column<T> shown(String name, Function<T, Object> figure) {
        return new Column<>(name, true, figure);
    }

    static <T> Column<T> more(String name, Function<T, Object> figure) {
        return new Column<>(name, false, figure);
    }
}

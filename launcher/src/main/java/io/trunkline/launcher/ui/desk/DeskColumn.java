package io.trunkline.launcher.ui.desk;

import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param <R> the record that a row shows
 * @param name its name in the store, and in the texts after {@code desk.column.}
 * @param kind how its figures are written
 * @param width in pixels, at first
 * @param value the figure of a record, by which rows are sorted; null if not known
 * @param tone what the figure's colour says
 */
record DeskColumn<R>(
        String name, FigureKind kind, int width, Function<R, ? extends Comparable<?>> value, Function<R, Tone> tone) {

    static <R> DeskColumn<R> of(String name, FigureKind kind, int width, Function<R, ? extends Comparable<?>> value) {
        return new DeskColumn<>(name, kind, width, value, record -> Tone.PLAIN);
    }

    DeskColumn<R> toned(Function<R, Tone> colour) {
        return new DeskColumn<>(name, kind, width, value, colour);
    }

    DeskColumn<R> toned(Tone colour) {
        return toned(record -> colour);
    }
}

package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.model.InstrumentId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a table shows.
 *
 * @param <R> the record that a row shows
 * @param name its name in the store, and in the texts after {@code desk.}
 * @param key by which a record takes the place of an earlier one
 * @param isShown whether a record has a row at all
 * @param limit how many rows there are at most; the oldest go first
 * @param gateway the path of a record's gateway
 * @param instrument what a record is about, or null
 * @param columns in their usual order
 */
record TableKind<R>(
        String name, Function<R, Object> key, Predicate<R> isShown, int limit, Function<R, String> gateway,
        Function<R, InstrumentId> instrument, List<DeskColumn<R>> columns) {

    TableKind {
        columns = List.copyOf(columns);
    }

    DeskColumn<R> column(int index) {
        return columns.get(index);
    }
}

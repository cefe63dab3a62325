package io.trunkline.launcher.ui.desk;

import io.trunkline.launcher.ui.Texts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.swing.table.AbstractTableModel;

/**
 * The rows of a table: new ones on top, changed ones in their place. For the event dispatch thread.
 *
 * @param <R> the record that a row shows
 */
@SuppressWarnings("serial") // is never serialized
final class RecordTable<R> extends AbstractTableModel {

    private static final int MOST_SINGLE_EVENTS = 100;

    private final TableKind<R> kind;
    private final Texts texts;
    private final List<R> oldestFirst = new ArrayList<>();
    private final Map<Object, Long> numbers = new HashMap<>(); // of each key's record, counted from the first ever
    private long firstNumber;

    RecordTable(TableKind<R> kind, Texts texts) {
        this.kind = kind;
        this.texts = texts;
    }

    @Override
    public int getRowCount() {
        return oldestFirst.size();
    }

    @Override
    public int getColumnCount() {
        return kind.columns().size();
    }

    @Override
    public String getColumnName(int column) {
        return texts.get("desk.column." + kind.column(column).name());
    }

    @Override
    public Object getValueAt(int row, int column) {
        return kind.column(column).value().apply(record(row));
    }

    /** The record of a row, counted in the model. */
    R record(int row) {
        return oldestFirst.get(oldestFirst.size() - 1 - row);
    }

    List<R> oldestFirst() {
        return List.copyOf(oldestFirst);
    }

    /** Brings the rows up to date and tells listeners in a few events. */
    void apply(Changes<?, R> changes) {
        Map<Object, R> added = new LinkedHashMap<>();
        Collection<Object> gone = new ArrayList<>(changes.removed());
        Map<Integer, R> changed = new HashMap<>(); // by row
        for (R record : changes.newest()) {
            Object key = kind.key().apply(record);
            Long number = numbers.get(key);
            if (!kind.isShown().test(record)) {
                gone.add(key);
            } else if (number == null) {
                added.put(key, record);
            } else {
                changed.put(oldestFirst.size() - 1 - index(number), record);
            }
        }
        replace(changed);
        remove(gone);
        add(added);
        trim();
    }

    private int index(long number) {
        return (int) (number - firstNumber);
    }

    /** A sorter searches among the other rows at each event: none of them may have changed untold by then. */
    private void replace(Map<Integer, R> changed) {
        BitSet rows = new BitSet();
        changed.keySet().forEach(rows::set);
        boolean isAtOnce = changed.size() > MOST_SINGLE_EVENTS;
        for (int from = rows.nextSetBit(0); from >= 0; ) {
            int end = isAtOnce ? rows.length() : rows.nextClearBit(from);
            for (int row = from; row < end; row++) {
                if (rows.get(row)) oldestFirst.set(oldestFirst.size() - 1 - row, changed.get(row));
            }
            fireTableRowsUpdated(from, end - 1);
            from = rows.nextSetBit(end);
        }
    }

    private void remove(Collection<Object> keys) {
        int[] indexes = keys.stream().map(numbers::remove).filter(Objects::nonNull).mapToInt(this::index).sorted()
                .toArray();
        if (indexes.length == 0) return;
        boolean isSingly = indexes.length <= MOST_SINGLE_EVENTS;
        for (int i = indexes.length - 1; i >= 0; i--) {
            int row = oldestFirst.size() - 1 - indexes[i];
            oldestFirst.remove(indexes[i]);
            if (isSingly) fireTableRowsDeleted(row, row);
        }
        firstNumber = 0;
        for (int i = 0; i < oldestFirst.size(); i++) numbers.put(kind.key().apply(oldestFirst.get(i)), (long) i);
        if (!isSingly) fireTableDataChanged();
    }

    private void add(Map<Object, R> added) {
        if (added.isEmpty()) return;
        added.forEach((key, record) -> {
            numbers.put(key, firstNumber + oldestFirst.size());
            oldestFirst.add(record);
        });
        fireTableRowsInserted(0, added.size() - 1);
    }

    private void trim() {
        int excess = oldestFirst.size() - kind.limit();
        if (excess <= 0) return;
        List<R> oldest = oldestFirst.subList(0, excess);
        oldest.forEach(record -> numbers.remove(kind.key().apply(record)));
        oldest.clear();
        firstNumber += excess;
        fireTableRowsDeleted(kind.limit(), kind.limit() + excess - 1);
    }
}

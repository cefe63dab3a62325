package io.trunkline.rmi.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The bytes of a service's tables of figures: the answer to a {@link LookUp} of {@link LookUp.Kind#MONITORS}. Both
 * sides bound how large they may be; the writer leaves out rows, and the reader refuses what is larger.
 */
public final class Tables {

    /** The longest answer in bytes. */
    public static final int MAX_BYTES = 4 << 20;

    private static final int MAX_TABLES = 8;
    private static final int MAX_COLUMNS = 64;
    private static final int MAX_TEXT = 256; // characters of a cell
    private static final int MAX_CELL = 1 + 2 + 3 * MAX_TEXT; // bytes
    private static final int TEXT = 0;
    private static final int WHOLE = 1;
    private static final int DECIMAL = 2;
    private static final int TIME = 3;

    /**
     * A table.
     *
     * @param name what it shows
     * @param columns the columns' names
     * @param rows a value a column: a Long, Double, Instant or String
     */
    public record Table(String name, List<String> columns, List<List<Object>> rows) {

        /** Copies the lists. */
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    private Tables() {}

    /** The bytes of tables. Whole numbers of any size become Longs; what is no number or time becomes its text. */
    public static byte[] encode(List<Table> tables) {
        List<Table> some = tables.subList(0, Math.min(tables.size(), MAX_TABLES));
        WireWriter out = new WireWriter(1 << 12);
        out.writeVarint(some.size());
        for (Table table : some) write(table, out);
        return out.toByteArray();
    }

    private static void write(Table table, WireWriter out) {
        if (table.columns().isEmpty() || table.columns().size() > MAX_COLUMNS) {
            throw new IllegalArgumentException(table.name() + " has " + table.columns().size() + " columns");
        }
        out.writeText(cut(table.name()));
        out.writeVarint(table.columns().size());
        table.columns().forEach(column -> out.writeText(cut(column)));
        int room = MAX_BYTES / MAX_TABLES - MAX_CELL * (table.columns().size() + 2);
        WireWriter rows = new WireWriter(1 << 10);
        int count = 0;
        for (List<Object> row : table.rows()) {
            if (row.size() != table.columns().size()) throw new IllegalArgumentException("a row of " + row.size());
            int length = rows.length();
            for (Object cell : row) write(cell, rows);
            if (rows.length() > room) {
                rows.truncate(length);
                break;
            }
            count++;
        }
        out.writeVarint(count);
        out.writeBytes(rows.array(), 0, rows.length());
    }

    private static void write(Object cell, WireWriter out) {
        if (cell instanceof Long || cell instanceof Integer || cell instanceof Short || cell instanceof Byte) {
            out.writeByte(WHOLE);
            out.writeSigned(((Number) cell).longValue());
        } else if (cell instanceof Number number) {
            out.writeByte(DECIMAL);
            out.writeDouble(number.doubleValue());
        } else if (cell instanceof Instant time) {
            out.writeByte(TIME);
            out.writeInstant(time);
        } else {
            out.writeByte(TEXT);
            out.writeText(cut(cell == null ? "" : cell.toString()));
        }
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
    }

    /** Reads tables. */
    public static List<Table> decode(byte[] bytes) throws WireException {
        if (bytes.length > MAX_BYTES) throw new WireException("tables of " + bytes.length + " bytes");
        WireReader in = new WireReader(bytes);
        int count = bounded(in, MAX_TABLES, "tables");
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < count; i++) tables.add(read(in));
        in.expectEnd();
        return Collections.unmodifiableList(tables);
    }

    private static Table read(WireReader in) throws WireException {
        String name = text(in);
        int width = bounded(in, MAX_COLUMNS, "columns");
        if (width == 0) throw new WireException("a table without columns");
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) columns.add(text(in));
        List<List<Object>> rows = new ArrayList<>();
        for (int left = in.readCount(); left > 0; left--) {
            Object[] row = new Object[width];
            for (int i = 0; i < width; i++) row[i] = cell(in);
            rows.add(List.of(row));
        }
        return new Table(name, columns, rows);
    }

    private static Object cell(WireReader in) throws WireException {
        return switch (in.readByte()) {
            case TEXT -> text(in);
            case WHOLE -> in.readSigned();
            case DECIMAL -> in.readDouble();
            case TIME -> in.readTime();
            default -> throw new WireException("not a value of a table");
        };
    }

    private static String text(WireReader in) throws WireException {
        String text = in.readText();
        if (text.length() > MAX_TEXT) throw new WireException("a text of " + text.length() + " characters in a table");
        return text;
    }

    private static int bounded(WireReader in, int most, String what) throws WireException {
        int count = in.readCount();
        if (count > most) throw new WireException(count + " " + what + "; at most " + most + " are allowed");
        return count;
    }
}

package io.trunkline.launcher.text;

import io.trunkline.engine.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of aligned columns for a terminal. For one thread. */
public final class Table {

    private static final int MAX_CELL = 60;

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] right; // the columns that hold nothing but numbers so far

    /** A table without rows. */
    public Table(List<String> headings) {
        this.headings = List.copyOf(headings);
        this.right = new boolean[headings.size()];
        Arrays.fill(right, true);
    }

    /** Adds a row. Numbers are aligned to the right; control characters in texts are spelt out, long texts cut. */
    public Table add(List<?> cells) {
        if (cells.size() != right.length) {
            throw new IllegalArgumentException("a row of " + cells.size() + " cells in a table of " + right.length);
        }
        List<String> row = new ArrayList<>();
        for (int i = 0; i < right.length; i++) {
            Object cell = cells.get(i);
            if (cell != null && !(cell instanceof Number)) right[i] = false;
            row.add(text(cell));
        }
        rows.add(row);
        return this;
    }

    /** A value as a cell shows it: on one line that steers no terminal, and not too wide. */
    public static String text(Object cell) {
        if (cell == null) return "";
        if (cell instanceof Double number) return Numbers.text(number);
        return DisplayWidth.cut(PlainText.of(cell.toString()), MAX_CELL);
    }

    /** The lines: the headings, then the rows. */
    public List<String> lines() {
        int[] widths = new int[right.length];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            int widest = rows.stream().mapToInt(row -> DisplayWidth.of(row.get(column))).max().orElse(0);
            widths[i] = Math.max(widest, DisplayWidth.of(headings.get(i)));
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(headings, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            if (i > 0) line.append("  ");
            String blanks = " ".repeat(widths[i] - DisplayWidth.of(cells.get(i)));
            boolean isRight = right[i] && !rows.isEmpty();
            line.append(isRight ? blanks : "").append(cells.get(i)).append(isRight ? "" : blanks);
        }
        return line.toString().stripTrailing();
    }
}

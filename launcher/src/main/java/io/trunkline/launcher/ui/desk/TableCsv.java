package io.trunkline.launcher.ui.desk;

import io.trunkline.launcher.text.Csv;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes rows for a spreadsheet. */
final class TableCsv {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final String EXECUTED = "=+-@\t\r\n";

    private TableCsv() {}

    /** The lines for a heading and some rows of texts. */
    static List<String> lines(List<String> headings, List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(line(headings));
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private static String line(List<String> cells) {
        return Csv.line(cells.stream().map(TableCsv::harmless).toList());
    }

    /** The text, led by an apostrophe if a spreadsheet would take it for a formula. */
    static String harmless(String cell) {
        boolean isFormula = !cell.isEmpty() && EXECUTED.indexOf(cell.charAt(0)) >= 0
                && !NUMBER.matcher(cell).matches();
        return isFormula ? "'" + cell : cell;
    }
}

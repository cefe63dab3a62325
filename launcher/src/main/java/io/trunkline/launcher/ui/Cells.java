package io.trunkline.launcher.ui;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;

/** Shows and orders the values that plug-ins put into their tables. */
final class Cells {

    /** Numbers and other values by what they are, and by their texts where they cannot be compared. */
    static final Comparator<Object> ORDER = Cells::compare;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final double LARGEST_WHOLE = 1e15;

    private Cells() {}

    /** The text of a value; times as this machine's clock showed them; empty for null. */
    static String text(Object value) {
        if (value == null) return "";
        if (value instanceof Instant time) return TIME.format(time.atZone(ZoneId.systemDefault()));
        if (value instanceof Long || value instanceof Integer) return String.format("%,d", value);
        if (value instanceof Double number) return decimal(number);
        return value.toString();
    }

    private static String decimal(double number) {
        if (!Double.isFinite(number)) return "";
        if (Math.abs(number) >= LARGEST_WHOLE) return Double.toString(number);
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static int compare(Object left, Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        if (left instanceof Instant a && right instanceof Instant b) return a.compareTo(b);
        if (left instanceof Number != right instanceof Number) return left instanceof Number ? -1 : 1;
        return text(left).compareTo(text(right));
    }
}

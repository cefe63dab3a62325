package io.trunkline.engine.sim;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The fields of one line of comma-separated values, in double quotes or not, read in place. Valid until the line
 * changes. For one thread.
 */
final class Fields {

    private static final double[] TENS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14,
            1e15};
    private static final double FEED_HAS_NONE = 1e300; // a CTP feed writes the largest double where it has no figure

    private byte[] bytes = new byte[0];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int count;

    /** Takes a line apart. */
    void split(byte[] line, int from, int to) throws BadLineException {
        bytes = line;
        count = 0;
        int at = from;
        while (true) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
                ends = Arrays.copyOf(ends, count * 2);
            }
            boolean quoted = at < to && line[at] == '"';
            byte stop = (byte) (quoted ? '"' : ',');
            int begin = quoted ? at + 1 : at;
            int end = begin;
            while (end < to && line[end] != stop) end++;
            if (quoted && end == to) throw new BadLineException("a quote is not closed");
            starts[count] = begin;
            ends[count++] = end;
            at = quoted ? end + 1 : end;
            if (at == to) return;
            if (line[at] != ',') throw new BadLineException("there is text behind the closing quote of field " + count);
            at++;
        }
    }

    int count() {
        return count;
    }

    boolean isEmpty(int field) {
        return starts[field] == ends[field];
    }

    int length(int field) {
        return ends[field] - starts[field];
    }

    byte at(int field, int index) {
        return bytes[starts[field] + index];
    }

    String text(int field) {
        return new String(bytes, starts[field], length(field), StandardCharsets.UTF_8).strip();
    }

    /** A figure; 0 where the feed has none (empty, {@code N/A}, or the largest double). */
    double decimal(int field) throws BadLineException {
        int at = starts[field];
        int end = ends[field];
        boolean negative = at < end && bytes[at] == '-';
        if (negative) at++;
        long digits = 0;
        int point = end;
        int first = at;
        for (; at < end; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
            else if (bytes[at] == '.' && point == end) point = at;
            else return slowDecimal(field);
        }
        if (end - first > 15 || end == first || point == first) return slowDecimal(field);
        int behind = point == end ? 0 : end - point - 1;
        double value = behind == 0 ? digits : digits / TENS[behind]; // exact: both are whole and below 2^53
        return negative ? 0 - value : value;
    }

    private double slowDecimal(int field) throws BadLineException {
        String text = text(field);
        if (text.isEmpty() || text.equals("N/A")) return 0;
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789.+-eE".indexOf(text.charAt(i)) < 0) throw notANumber(text);
        }
        try {
            double value = Double.parseDouble(text);
            return Math.abs(value) > FEED_HAS_NONE ? 0 : value;
        } catch (NumberFormatException e) {
            throw notANumber(text);
        }
    }

    /** A whole number of at most nine digits, without a sign. */
    int whole(int field) throws BadLineException {
        int length = length(field);
        if (length == 0 || length > 9) throw notANumber(text(field));
        return digits(field, 0, length);
    }

    /** A time of day {@code HH:mm:ss}, in seconds. */
    int secondOfDay(int field) throws BadLineException {
        if (length(field) != 8 || at(field, 2) != ':' || at(field, 5) != ':') {
            throw new BadLineException("'" + text(field) + "' is not a time of day");
        }
        int hour = digits(field, 0, 2);
        int minute = digits(field, 3, 5);
        int second = digits(field, 6, 8);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new BadLineException("'" + text(field) + "' is not a time of day");
        }
        return (hour * 60 + minute) * 60 + second;
    }

    private int digits(int field, int from, int to) throws BadLineException {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = at(field, i) - '0';
            if (digit < 0 || digit > 9) throw notANumber(text(field));
            value = value * 10 + digit;
        }
        return value;
    }

    private static BadLineException notANumber(String text) {
        return new BadLineException("'" + text + "' is not a number");
    }
}

package io.trunkline.faults;

import java.util.Objects;

/**
 * One thing in a history: a state of a record as its exchange reported it, or a mark. Has a text form of one line.
 *
 * @param kind what it is
 * @param id what it is about, as the exchange names it; empty for marks about everything
 * @param content the state; entries with the same three are the same
 */
public record Entry(Kind kind, String id, String content) {

    /** What an entry can be. */
    public enum Kind {
        /** A state of an order. */
        ORDER,
        /** A trade. */
        TRADE,
        /** A state of a quote. */
        QUOTE,
        /** A position. */
        POSITION,
        /** An account. */
        ACCOUNT,
        /** A contract. */
        CONTRACT,
        /** A log entry. */
        LOG,
        /** A tick; the content is its number, which rises by one with each of its instrument. */
        TICK,
        /** A mark: from here on a snapshot may come, in any order, in place of what happened. */
        BROKEN,
        /** A mark: from here on everything comes that happens, in its order. */
        WHOLE,
        /** A mark: the connection was lost, and ticks may be missing that nobody counts. */
        LOST,
        /** A mark: a record left the books; the content is its kind. */
        REMOVED,
        /** A mark: ticks were left out; the content says how many. */
        CONFLATED
    }

    /** Checks that nothing is null. */
    public Entry {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(content, "content");
    }

    /** A mark about everything. */
    static Entry mark(Kind kind) {
        return new Entry(kind, "", "");
    }

    /** What all states of the same record have in common. */
    String subject() {
        return kind + " " + id;
    }

    /** Reads the text form. */
    static Entry parse(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 3) throw new IllegalArgumentException("not an entry: " + line);
        return new Entry(Kind.valueOf(parts[0]), parts[1], parts[2]);
    }

    /** The text form. */
    String line() {
        return kind + "\t" + plain(id) + "\t" + plain(content);
    }

    private static String plain(String text) {
        return text.indexOf('\t') < 0 && text.indexOf('\n') < 0 ? text : text.replace('\t', ' ').replace('\n', ' ');
    }

    @Override
    public String toString() {
        return kind + " " + id + " " + content;
    }
}

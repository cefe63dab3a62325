package io.trunkline.launcher.text;

import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.AppEvent;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The kinds of events that a user can choose to see. */
public enum EventKind {
    TICKS, ORDERS, TRADES, QUOTES, POSITIONS, ACCOUNTS, CONTRACTS,
    /** Log entries and the events of apps. */
    LOGS,
    /** States of gateways, resyncs and conflation. */
    STATES;

    /** The word for it: {@code ticks}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(EventKind::word).toList();
    }

    /** The kind of an event. */
    public static EventKind of(Event event) {
        if (event instanceof Tick) return TICKS;
        if (event instanceof Order) return ORDERS;
        if (event instanceof Trade) return TRADES;
        if (event instanceof Position) return POSITIONS;
        if (event instanceof Account) return ACCOUNTS;
        if (event instanceof Contract) return CONTRACTS;
        if (event instanceof Quote) return QUOTES;
        return event instanceof LogEntry || event instanceof AppEvent ? LOGS : STATES;
    }

    /**
     * The kinds of words separated by commas; {@code all} and {@code none} are words too.
     *
     * @throws IllegalArgumentException if a word is unknown; the message says which were meant or are known
     */
    public static Set<EventKind> parse(String text) {
        Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        for (String part : text.split(",")) {
            String word = part.strip().toLowerCase(Locale.ROOT);
            if (word.equals("all")) {
                kinds.addAll(EnumSet.allOf(EventKind.class));
            } else if (!word.equals("none")) {
                kinds.add(ofWord(word));
            }
        }
        return kinds;
    }

    private static EventKind ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("unknown kind '" + word + "'" + DidYouMean.hint(word, words())));
    }
}

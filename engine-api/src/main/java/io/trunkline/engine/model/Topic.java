package io.trunkline.engine.model;

import java.util.Objects;

/**
 * The text form of an event's type and key, as users of the model know it: {@code eTick.} for all ticks,
 * {@code eTick.rb2610.SHFE} for one instrument's, {@code eOrder.RPC.CTP.7} for one order's.
 *
 * @param type the kind of event
 * @param key what {@link Event#key()} returns, or null for all of the kind
 */
public record Topic(Class<? extends Event> type, Object key) {

    private enum Kind {
        TICK("eTick.", Tick.class), TRADE("eTrade.", Trade.class), ORDER("eOrder.", Order.class),
        POSITION("ePosition.", Position.class), ACCOUNT("eAccount.", Account.class), QUOTE("eQuote.", Quote.class),
        CONTRACT("eContract.", Contract.class), LOG("eLog", LogEntry.class), TIMER("eTimer", TimerEvent.class),
        GATEWAY("eGateway.", GatewayStatus.class), RESYNC("eResync.", Resync.class),
        CONFLATED("eConflated.", Conflated.class), APP("eApp.", AppEvent.class);

        private final String prefix;
        private final Class<? extends Event> type;

        Kind(String prefix, Class<? extends Event> type) {
            this.prefix = prefix;
            this.type = type;
        }

        private Object parseKey(String text) {
            return switch (this) {
                case TICK, TRADE, POSITION, QUOTE, CONTRACT -> InstrumentId.parse(text);
                case ORDER, ACCOUNT -> Id.parse(text);
                case GATEWAY, RESYNC, CONFLATED, APP -> text;
                case LOG, TIMER -> throw new IllegalArgumentException("topic " + prefix + " takes no key: " + text);
            };
        }
    }

    /** Throws IllegalArgumentException for a type that stands for no kind of event, such as {@link Event} itself. */
    public Topic {
        kindOf(Objects.requireNonNull(type, "type"));
    }

    /** The keyed topic of an event; logs and timer events have none, so theirs is that of their kind. */
    public static Topic of(Event event) {
        Kind kind = kindOf(event.getClass());
        return new Topic(kind.type, kind == Kind.LOG || kind == Kind.TIMER ? null : event.key());
    }

    /**
     * Parses the text form.
     *
     * @throws IllegalArgumentException if the prefix is unknown or the key malformed
     */
    public static Topic parse(String text) {
        for (Kind kind : Kind.values()) {
            if (text.equals(kind.prefix)) return new Topic(kind.type, null);
            if (text.startsWith(kind.prefix)) {
                return new Topic(kind.type, kind.parseKey(text.substring(kind.prefix.length())));
            }
        }
        throw new IllegalArgumentException("unknown topic: " + text + " (such as eTick.rb2610.SHFE or eOrder.)");
    }

    private static Kind kindOf(Class<? extends Event> type) {
        for (Kind kind : Kind.values()) {
            if (kind.type.isAssignableFrom(type)) return kind;
        }
        throw new IllegalArgumentException("no topic for " + type.getName());
    }

    @Override
    public String toString() {
        return kindOf(type).prefix + (key == null ? "" : key);
    }
}

package io.trunkline.engine.model;

import java.util.Objects;

/**
 * An instrument on an exchange, written {@code symbol.EXCHANGE}, such as {@code rb2610.SHFE} (the model's vt_symbol).
 */
public record InstrumentId(String symbol, Exchange exchange) {

    /** Throws IllegalArgumentException if the symbol is blank or has control characters. */
    public InstrumentId {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(exchange, "exchange");
        if (symbol.isBlank()) throw new IllegalArgumentException("symbol is blank");
        Check.plain(symbol, "symbol");
    }

    /**
     * Parses the text form. The exchange is what follows the last dot, so a symbol may contain dots.
     *
     * @throws IllegalArgumentException if there is no dot, the symbol is blank or the exchange unknown
     */
    public static InstrumentId parse(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("no exchange in instrument id: " + text + " (write symbol.EXCHANGE)");
        }
        return new InstrumentId(text.substring(0, dot), Exchange.parse(text.substring(dot + 1)));
    }

    @Override
    public int hashCode() {
        return symbol.hashCode() * 31 + exchange.ordinal();
    }

    @Override
    public String toString() {
        return symbol + "." + exchange.text();
    }
}

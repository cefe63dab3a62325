package io.trunkline.launcher.text;

import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.InstrumentId;
import java.util.Arrays;
import java.util.List;

/** Reads instruments as people type them. */
public final class InstrumentText {

    private InstrumentText() {}

    /**
     * The instrument that a text names.
     *
     * @throws IllegalArgumentException if it names none; the message says what is wrong and what to write
     */
    public static InstrumentId parse(String text) {
        int dot = text.lastIndexOf('.');
        if (dot <= 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not an instrument; write SYMBOL.EXCHANGE, such as AP010.CZCE");
        }
        String exchange = text.substring(dot + 1);
        List<String> known = Arrays.stream(Exchange.values()).map(Exchange::text).toList();
        if (!known.contains(exchange)) {
            throw new IllegalArgumentException(
                    "unknown exchange '" + exchange + "' in " + text + DidYouMean.hint(exchange, known));
        }
        try {
            return InstrumentId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is not an instrument: " + e.getMessage(), e);
        }
    }
}

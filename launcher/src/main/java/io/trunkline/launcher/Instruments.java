package io.trunkline.launcher;

import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.launcher.text.DidYouMean;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads instruments as they are typed. */
final class Instruments implements ITypeConverter<InstrumentId> {

    @Override
    public InstrumentId convert(String text) {
        int dot = text.lastIndexOf('.');
        if (dot <= 0) {
            throw new TypeConversionException(
                    "'" + text + "' is not an instrument; write SYMBOL.EXCHANGE, such as AP010.CZCE");
        }
        String exchange = text.substring(dot + 1);
        List<String> known = Arrays.stream(Exchange.values()).map(Exchange::text).toList();
        if (!known.contains(exchange)) {
            throw new TypeConversionException(
                    "unknown exchange '" + exchange + "' in " + text + DidYouMean.hint(exchange, known));
        }
        try {
            return InstrumentId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "' is not an instrument: " + e.getMessage());
        }
    }
}

package io.trunkline.launcher;

import io.trunkline.engine.model.InstrumentId;
import io.trunkline.launcher.text.InstrumentText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads instruments in arguments. */
final class Instruments implements ITypeConverter<InstrumentId> {

    @Override
    public InstrumentId convert(String text) {
        try {
            return InstrumentText.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}

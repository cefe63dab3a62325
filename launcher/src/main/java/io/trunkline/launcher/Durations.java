package io.trunkline.launcher;

import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the time spans of options as those of settings are read, and writes them. */
final class Durations implements ITypeConverter<Duration> {

    private static final List<SettingDescriptor> SPAN =
            List.of(SettingDescriptor.of("span", SettingType.DURATION, "", ""));

    @Override
    public Duration convert(String text) {
        try {
            return Settings.parse(SPAN, Map.of("span", text)).duration("span");
        } catch (SettingException e) {
            throw new TypeConversionException("'" + text + "' is not " + SettingType.DURATION.description());
        }
    }

    /** Such as {@code 3 s} or {@code 500 ms}. */
    static String text(Duration span) {
        return span.toMillis() % 1_000 == 0 ? span.toSeconds() + " s" : span.toMillis() + " ms";
    }
}

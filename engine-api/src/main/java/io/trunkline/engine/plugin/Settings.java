package io.trunkline.engine.plugin;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of a plug-in's settings, complete and checked against its descriptors. The getters throw
 * IllegalArgumentException for a key that no descriptor has or whose type does not fit: a fault of the plug-in.
 */
public final class Settings {

    private final Map<String, SettingDescriptor> descriptors;
    private final Map<String, String> texts;

    private Settings(Map<String, SettingDescriptor> descriptors, Map<String, String> texts) {
        this.descriptors = descriptors;
        this.texts = texts;
    }

    /**
     * Takes the given texts, and the defaults for the rest. An empty text means no value, also where there is a
     * default.
     *
     * @throws SettingException if a key is unknown (the message lists those that exist) or a text does not fit
     */
    public static Settings parse(List<SettingDescriptor> descriptors, Map<String, String> texts) {
        Map<String, SettingDescriptor> known = new LinkedHashMap<>();
        descriptors.forEach(descriptor -> known.put(descriptor.key(), descriptor));
        Map<String, String> values = new LinkedHashMap<>();
        known.values().forEach(descriptor -> values.put(descriptor.key(), descriptor.defaultValue()));
        texts.forEach((key, text) -> {
            SettingDescriptor descriptor = known.get(key);
            if (descriptor == null) throw new SettingException(key, unknown(key, known.keySet()));
            String value = descriptor.type().strip(text);
            if (!value.isEmpty()) descriptor.check(value);
            values.put(key, value);
        });
        return new Settings(Collections.unmodifiableMap(known), Collections.unmodifiableMap(values));
    }

    private static String unknown(String key, Set<String> known) {
        if (known.isEmpty()) return "unknown; there are no settings here";
        String meant = Suggestion.nearest(key, known).map(near -> "did you mean " + near + "? ").orElse("");
        return "unknown; " + meant + "there are " + String.join(", ", known);
    }

    /** The defaults of all descriptors. */
    public static Settings defaults(List<SettingDescriptor> descriptors) {
        return parse(descriptors, Map.of());
    }

    /** Whether the setting has a value, given or default. */
    public boolean has(String key) {
        return !text(key).isEmpty();
    }

    /** The text as given, but for space around anything other than a free text; empty if there is none. */
    public String text(String key) {
        String text = texts.get(key);
        if (text == null) throw new IllegalArgumentException("no setting is called " + key);
        return text;
    }

    /** The whole number; a setting without a value is a SettingException, as for all getters below. */
    public long integer(String key) {
        return value(key, SettingType.INTEGER, Long.class);
    }

    /**
     * The whole number.
     *
     * @throws SettingException if it is not from {@code min} to {@code max}
     */
    public int integer(String key, int min, int max) {
        long value = integer(key);
        if (value < min || value > max) {
            throw new SettingException(key, value + " is not from " + min + " to " + max);
        }
        return (int) value;
    }

    /** The number. */
    public double decimal(String key) {
        return value(key, SettingType.DECIMAL, Double.class);
    }

    /** True or false. */
    public boolean flag(String key) {
        return value(key, SettingType.FLAG, Boolean.class);
    }

    /** The time span. */
    public Duration duration(String key) {
        return value(key, SettingType.DURATION, Duration.class);
    }

    /** The file names; none if the setting has no value. */
    public List<String> files(String key) {
        if (!has(key)) return List.of();
        List<?> names = value(key, SettingType.FILES, List.class);
        return names.stream().map(name -> name.toString().strip()).filter(name -> !name.isEmpty()).toList();
    }

    /** All values as texts, in the order of the descriptors. */
    public Map<String, String> asTexts() {
        return texts;
    }

    private <T> T value(String key, SettingType type, Class<T> javaType) {
        String text = text(key);
        SettingType actual = descriptors.get(key).type();
        if (actual != type) throw new IllegalArgumentException("setting " + key + " is " + actual + ", not " + type);
        if (text.isEmpty()) throw new SettingException(key, "a value is needed: " + type.description());
        return javaType.cast(type.parse(text));
    }

    /** The keys and values; secrets are masked. */
    @Override
    public String toString() {
        Map<String, String> shown = new LinkedHashMap<>(texts);
        descriptors.values().stream()
                .filter(descriptor -> descriptor.type() == SettingType.SECRET && has(descriptor.key()))
                .forEach(descriptor -> shown.put(descriptor.key(), "***"));
        return shown.toString();
    }
}

package io.trunkline.launcher;

import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.launcher.text.DidYouMean;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of gateways and apps that came with a command: {@code --set NAME.key=value}, and the options that are
 * short for such. What was not given is looked up in the environment, as {@code TRUNKLINE_SET_NAME_KEY}. For one
 * thread.
 */
final class GivenSettings {

    private final Map<String, Map<String, String>> texts = new TreeMap<>();
    private final Environment environment;

    private GivenSettings(Environment environment) {
        this.environment = environment;
    }

    /** Reads the values of {@code --set}; the last of a key stands. */
    static GivenSettings parse(Environment environment, List<String> sets) {
        GivenSettings given = new GivenSettings(environment);
        for (String set : sets) {
            int equal = set.indexOf('=');
            int dot = set.indexOf('.');
            if (dot <= 0 || equal < dot + 2) {
                throw CommandException.usage(
                        "'--set " + set + "' is not a setting; write NAME.key=value, such as SIM.speed=60");
            }
            given.put(set.substring(0, dot), set.substring(dot + 1, equal), set.substring(equal + 1));
        }
        return given;
    }

    /** Adds a setting that an option is short for; null if the option was not given. */
    GivenSettings put(String name, String key, Object value) {
        if (value != null) texts.computeIfAbsent(name, ignored -> new LinkedHashMap<>()).put(key, value.toString());
        return this;
    }

    /** The text of one setting, from the command or the environment; null if it was not given. */
    String text(String name, String key) {
        String text = texts.getOrDefault(name, Map.of()).get(key);
        return text != null ? text : environment.variables().get(variable(name, key));
    }

    /** Refuses settings for names that the command does not use. */
    void checkNames(Collection<String> names) {
        for (Map.Entry<String, Map<String, String>> entry : texts.entrySet()) {
            if (names.contains(entry.getKey())) continue;
            String key = entry.getValue().keySet().iterator().next();
            throw CommandException.usage("nothing here is called " + entry.getKey() + ", so its setting " + key
                    + " has no use" + DidYouMean.hint(entry.getKey(), names));
        }
    }

    /** The texts for one gateway or app, each checked against its descriptor. */
    Map<String, String> of(String name, List<SettingDescriptor> descriptors) {
        Map<String, String> result = new LinkedHashMap<>(texts.getOrDefault(name, Map.of()));
        Map<String, SettingDescriptor> known = new LinkedHashMap<>();
        descriptors.forEach(descriptor -> known.put(descriptor.key(), descriptor));
        result.keySet().forEach(key -> {
            if (!known.containsKey(key)) {
                throw CommandException.usage(
                        "unknown setting " + name + "." + key + DidYouMean.hint(key, known.keySet()));
            }
            if (known.get(key).type() == SettingType.SECRET) warnOfSecret(name, key);
        });
        known.keySet().forEach(key -> {
            String value = environment.variables().get(variable(name, key));
            if (value != null) result.putIfAbsent(key, value);
        });
        try {
            Settings.parse(descriptors, result);
        } catch (SettingException e) {
            throw CommandException.usage(name + ": " + e.getMessage());
        }
        return result;
    }

    private void warnOfSecret(String name, String key) {
        environment.err().println("warning: others on this machine can read " + name + "." + key
                + " on the command line; put it into the environment as " + variable(name, key));
    }

    private static String variable(String name, String key) {
        return "TRUNKLINE_SET_" + (name + "_" + key).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}

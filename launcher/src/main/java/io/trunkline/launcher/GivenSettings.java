package io.trunkline.launcher;

import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.launcher.config.Given;
import io.trunkline.launcher.config.Layers;
import io.trunkline.launcher.config.Level;
import io.trunkline.launcher.text.DidYouMean;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The settings of gateways and apps that came with a command: {@code --set NAME.key=value}, and the options that are
 * short for such. What was not given is looked up in the environment and in the settings file. For one thread.
 */
final class GivenSettings {

    private final Map<String, Map<String, Given>> texts = new TreeMap<>();
    private final Environment environment;
    private final Layers layers;
    private final FileKeys keys;

    private GivenSettings(Environment environment, Layers layers, FileKeys keys) {
        this.environment = environment;
        this.layers = layers;
        this.keys = keys;
    }

    /** Reads the values of {@code --set}, of which the last of a key stands, and those of a command's short options. */
    static GivenSettings parse(Environment environment, CommandSpec command, List<String> sets) {
        OptionSources sources = OptionSources.of(command);
        GivenSettings given = new GivenSettings(environment, sources.layers(command), sources.keys(command));
        for (String set : sets) {
            int equal = set.indexOf('=');
            int dot = set.indexOf('.');
            if (dot <= 0 || equal < dot + 2) {
                throw CommandException.usage(
                        "'--set " + set + "' is not a setting; write NAME.key=value, such as SIM.speed=60");
            }
            given.put(set.substring(0, dot), set.substring(dot + 1, equal), set.substring(equal + 1));
        }
        for (ShortOption option : ShortOption.of(command)) {
            sources.given(command, option.option()).ifPresent(value -> given.put(option.name(), option.key(), value));
        }
        return given;
    }

    /** Adds a setting that something typed stands for; null if it was not typed. */
    GivenSettings put(String name, String key, Object value) {
        if (value != null) put(name, key, Given.flag(value.toString(), "--set"));
        return this;
    }

    private void put(String name, String key, Given value) {
        texts.computeIfAbsent(name, ignored -> new LinkedHashMap<>())
                .merge(key, value, (before, now) -> now.level().compareTo(before.level()) <= 0 ? now : before);
    }

    /** The text of one setting; null if it was not given. */
    String text(String name, String key) {
        return given(name, key).map(Given::text).orElse(null);
    }

    /** What was given for a setting, and where. */
    Optional<Given> given(String name, String key) {
        return Given.nearer(Optional.ofNullable(texts.getOrDefault(name, Map.of()).get(key)),
                layers.setting(name, key));
    }

    /** Refuses settings that were typed for names that the command does not use. */
    void checkNames(Collection<String> names) {
        texts.forEach((name, settings) -> settings.forEach((key, given) -> {
            if (given.level() != Level.FLAG || names.contains(name)) return;
            throw CommandException.usage("nothing here is called " + name + ", so its setting " + key
                    + " has no use" + DidYouMean.hint(name, names));
        }));
    }

    /** Refuses settings in the settings file for names that nothing has. */
    void checkFile(Collection<String> known) {
        keys.checkNames(known);
    }

    /** The texts for one gateway or app, each checked against its descriptor. */
    Map<String, String> of(String name, List<SettingDescriptor> descriptors) {
        Map<String, SettingDescriptor> known = new LinkedHashMap<>();
        descriptors.forEach(descriptor -> known.put(descriptor.key(), descriptor));
        checkKeys(name, known.keySet());
        Map<String, String> result = new LinkedHashMap<>();
        known.forEach((key, descriptor) -> given(name, key).ifPresent(given -> {
            if (descriptor.type() == SettingType.SECRET) warnOfSecret(name, key, given);
            result.put(key, given.text());
        }));
        try {
            Settings.parse(descriptors, result);
        } catch (SettingException e) {
            throw problem(name, e);
        }
        return result;
    }

    private void checkKeys(String name, Collection<String> known) {
        Map<String, Given> given = new LinkedHashMap<>(texts.getOrDefault(name, Map.of()));
        String beginning = name + ".";
        layers.file().values().forEach((key, value) -> {
            if (key.startsWith(beginning)) given.putIfAbsent(key.substring(beginning.length()), value);
        });
        given.forEach((key, value) -> {
            if (known.contains(key)) return;
            throw CommandException.usage(
                    value.prefix() + "unknown setting " + name + "." + key + DidYouMean.hint(key, known));
        });
    }

    /** What to say of a setting of a gateway or app that cannot be used; it names where the value stands. */
    CommandException problem(String name, SettingException e) {
        return CommandException.usage(
                given(name, e.key()).map(Given::prefix).orElse("") + name + ": " + e.getMessage());
    }

    private void warnOfSecret(String name, String key, Given given) {
        if (given.level() == Level.FLAG) {
            environment.err().println("warning: others on this machine can read " + name + "." + key
                    + " on the command line; put it into the environment as " + Layers.settingVariable(name, key));
        } else if (given.level() == Level.FILE && layers.file().isOpenToOthers()) {
            environment.err().println("warning: others on this machine can read " + name + "." + key + " in "
                    + given.source() + "; 'chmod 600' the file");
        }
    }
}

package io.trunkline.launcher.ui;

import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was typed last into the settings of each gateway and app. Secrets are only kept if the user wants it. For the
 * event dispatch thread.
 */
final class SettingMemory {

    private final UiStore store;
    private final Map<String, Map<String, String>> given;

    /** One on top of a store; {@code given} are the texts that the command was given, by the plug-in's name. */
    SettingMemory(UiStore store, Map<String, Map<String, String>> given) {
        this.store = store;
        this.given = Map.copyOf(given);
    }

    /** The text for each setting: what the command was given, else what was typed last, else the default. */
    Map<String, String> recall(String plugin, List<SettingDescriptor> descriptors) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (SettingDescriptor descriptor : descriptors) {
            String typed = store.get(key(plugin, descriptor), descriptor.defaultValue());
            texts.put(descriptor.key(), given.getOrDefault(plugin, Map.of()).getOrDefault(descriptor.key(), typed));
        }
        return texts;
    }

    /** Remembers texts; those equal to the default, and secrets unless wanted, are forgotten. Saves at once. */
    void remember(String plugin, List<SettingDescriptor> descriptors, Map<String, String> texts, boolean hasSecrets) {
        for (SettingDescriptor descriptor : descriptors) {
            String text = texts.get(descriptor.key());
            boolean isKept = !Objects.equals(text, descriptor.defaultValue())
                    && (hasSecrets || descriptor.type() != SettingType.SECRET);
            store.put(key(plugin, descriptor), isKept ? text : null);
        }
        store.save();
    }

    /** Whether a secret is remembered. */
    boolean hasSecrets(String plugin, List<SettingDescriptor> descriptors) {
        return descriptors.stream().filter(descriptor -> descriptor.type() == SettingType.SECRET)
                .anyMatch(descriptor -> store.get(key(plugin, descriptor), null) != null);
    }

    private static String key(String plugin, SettingDescriptor descriptor) {
        return "setting." + plugin + "." + descriptor.key();
    }
}

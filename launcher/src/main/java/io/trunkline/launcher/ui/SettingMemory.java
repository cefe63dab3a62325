package io.trunkline.launcher.ui;

import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingType;
import java.util.HashMap;
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
    private final Map<String, Typed> typed = new HashMap<>(); // by the plug-in's name; never stored

    private record Typed(Map<String, String> texts, boolean isSecretKept) {}

    /** One on top of a store; {@code given} are the texts that the command was given, by the plug-in's name. */
    SettingMemory(UiStore store, Map<String, Map<String, String>> given) {
        this.store = store;
        this.given = Map.copyOf(given);
    }

    /**
     * The text for each setting: what was kept of an unfinished form, else what the command was given, else what was
     * typed last, else the default.
     */
    Map<String, String> recall(String plugin, List<SettingDescriptor> descriptors) {
        if (typed.containsKey(plugin)) return typed.get(plugin).texts();
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

    /** Keeps what stands in an unfinished form, for the next one of the plug-in and as long as the program runs. */
    void keepTyped(String plugin, Map<String, String> texts, boolean isSecretKept) {
        typed.put(plugin, new Typed(Map.copyOf(texts), isSecretKept));
    }

    /** Forgets what was kept of an unfinished form. */
    void forgetTyped(String plugin) {
        typed.remove(plugin);
    }

    /** Whether a secret is remembered, or to be. */
    boolean hasSecrets(String plugin, List<SettingDescriptor> descriptors) {
        if (typed.containsKey(plugin)) return typed.get(plugin).isSecretKept();
        return descriptors.stream().filter(descriptor -> descriptor.type() == SettingType.SECRET)
                .anyMatch(descriptor -> store.get(key(plugin, descriptor), null) != null);
    }

    private static String key(String plugin, SettingDescriptor descriptor) {
        return "setting." + plugin + "." + descriptor.key();
    }
}

package io.trunkline.launcher;

import io.trunkline.engine.plugin.SettingDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The identity in the home of a command, by which servers on other machines know it. Engines without a home, which
 * write nothing, would not find it.
 */
final class HomeIdentity {

    private static final String KEY = "identity";

    private final Path file;

    private HomeIdentity(Path file) {
        this.file = file;
    }

    static HomeIdentity in(Path home) {
        return new HomeIdentity(home.resolve("keys").resolve("identity.p12"));
    }

    /** Settings of a gateway with such descriptors, and the identity, if the gateway takes one and none was given. */
    Map<String, String> addTo(Map<String, String> settings, List<SettingDescriptor> descriptors) {
        boolean isOfUse = descriptors.stream().anyMatch(each -> each.key().equals(KEY));
        if (!isOfUse || settings.containsKey(KEY) || !Files.exists(file)) return settings;
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put(KEY, file.toString());
        return all;
    }
}

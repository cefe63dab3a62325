package io.trunkline.launcher.shell;

import io.trunkline.engine.plugin.SettingDescriptor;
import java.util.List;
import java.util.Map;

/** Settings of gateways that were given outside of a script, such as with {@code --set}. */
@FunctionalInterface
public interface GivenTexts {

    /** None. */
    GivenTexts NONE = (gateway, descriptors) -> Map.of();

    /** The texts for a gateway with such settings. */
    Map<String, String> of(String gateway, List<SettingDescriptor> descriptors);
}

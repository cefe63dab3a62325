package io.trunkline.engine.plugin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class SettingsTest {

    private static final List<SettingDescriptor> DESCRIPTORS = List.of(
            SettingDescriptor.of("speed", SettingType.DECIMAL, "1", "How fast."),
            SettingDescriptor.of("data", SettingType.FILES, "", "What."));

    @Test
    void suggestsTheNearestKeyForAnUnknownOne() {
        assertThatThrownBy(() -> Settings.parse(DESCRIPTORS, Map.of("sped", "2")))
                .isInstanceOf(SettingException.class)
                .hasMessage("setting sped: unknown; did you mean speed? there are speed, data");
    }

    @Test
    void listsTheKeysForAnUnknownOneThatIsLikeNone() {
        assertThatThrownBy(() -> Settings.parse(DESCRIPTORS, Map.of("velocity", "2")))
                .hasMessage("setting velocity: unknown; there are speed, data");
    }
}

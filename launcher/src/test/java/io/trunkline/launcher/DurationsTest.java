package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.plugin.SettingType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class DurationsTest {

    private final Durations durations = new Durations();

    @Test
    void readsThemAsSettingsAreRead() {
        assertThat(durations.convert("500ms")).isEqualTo(Duration.ofMillis(500));
        assertThat(durations.convert("2h")).isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "-5s", "5 days", "1.5s", "99999999999999999999s"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> durations.convert(text))
                .hasMessage("'" + text + "' is not " + SettingType.DURATION.description());
    }

    @Test
    void writesThemForPeople() {
        assertThat(Durations.text(Duration.ofSeconds(3))).isEqualTo("3 s");
        assertThat(Durations.text(Duration.ofMillis(1500))).isEqualTo("1500 ms");
    }
}

package io.trunkline.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(10)
class SettingsTest {

    private static final List<SettingDescriptor> DESCRIPTORS = List.of(
            SettingDescriptor.of("speed", SettingType.DECIMAL, "1.5", "How fast."),
            SettingDescriptor.of("count", SettingType.INTEGER, "7", "How many."),
            SettingDescriptor.of("user", SettingType.TEXT, "", "Who."),
            SettingDescriptor.of("password", SettingType.SECRET, "", "What only the user knows."),
            SettingDescriptor.of("loop", SettingType.FLAG, "yes", "Whether it starts again."),
            SettingDescriptor.of("wait", SettingType.DURATION, "30s", "How long."),
            SettingDescriptor.of("server", SettingType.ADDRESS, "127.0.0.1:2014", "Where."),
            SettingDescriptor.of("data", SettingType.FILES, "", "Of what."));

    @Test
    void areTheDefaultsIfNothingIsGiven() {
        Settings settings = Settings.defaults(DESCRIPTORS);

        assertThat(settings.decimal("speed")).isEqualTo(1.5);
        assertThat(settings.integer("count")).isEqualTo(7);
        assertThat(settings.text("user")).isEmpty();
        assertThat(settings.flag("loop")).isTrue();
        assertThat(settings.duration("wait")).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.text("server")).isEqualTo("127.0.0.1:2014");
        assertThat(settings.files("data")).isEmpty();
    }

    @Test
    void areTheGivenTextsWhereThereAreSome() {
        Settings settings = Settings.parse(DESCRIPTORS, Map.of("speed", "2", "loop", "off", "data", "a.csv, b.csv,,"));

        assertThat(settings.decimal("speed")).isEqualTo(2);
        assertThat(settings.flag("loop")).isFalse();
        assertThat(settings.files("data")).containsExactly("a.csv", "b.csv");
        assertThat(settings.integer("count")).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"250ms, PT0.25S", "3s, PT3S", "5m, PT5M", "2h, PT2H"})
    void readTimeSpans(String text, Duration expected) {
        assertThat(Settings.parse(DESCRIPTORS, Map.of("wait", text)).duration("wait")).isEqualTo(expected);
    }

    @Test
    void takeTheAddressOfAUnixDomainSocket() {
        assertThat(Settings.parse(DESCRIPTORS, Map.of("server", " unix:/tmp/a b.sock ")).text("server"))
                .isEqualTo("unix:/tmp/a b.sock");
        assertThatThrownBy(() -> Settings.parse(DESCRIPTORS, Map.of("server", "unix:")))
                .isInstanceOf(SettingException.class).hasMessageContaining("server");
    }

    @Test
    void knowWhatHasAValue() {
        Settings settings = Settings.parse(DESCRIPTORS, Map.of("user", "me", "count", ""));

        assertThat(settings.has("user")).isTrue();
        assertThat(settings.has("password")).isFalse();
        assertThat(settings.has("speed")).isTrue();
        assertThat(settings.has("count")).as("an empty text takes the default away").isFalse();
    }

    @Test
    void keepSpaceInFreeTextsOnly() {
        Settings settings = Settings.parse(DESCRIPTORS,
                Map.of("user", " me ", "password", " secret ", "server", " h:1 ", "count", " 8 ", "wait", "  "));

        assertThat(settings.text("user")).isEqualTo(" me ");
        assertThat(settings.text("password")).isEqualTo(" secret ");
        assertThat(settings.text("server")).isEqualTo("h:1");
        assertThat(settings.integer("count")).isEqualTo(8);
        assertThat(settings.has("wait")).isFalse();
    }

    @Test
    void areListedInTheOrderOfTheDescriptors() {
        Settings settings = Settings.parse(DESCRIPTORS, Map.of("data", "a", "speed", "2"));

        assertThat(settings.asTexts().keySet())
                .containsExactly("speed", "count", "user", "password", "loop", "wait", "server", "data");
        assertThat(settings.asTexts()).containsEntry("speed", "2").containsEntry("count", "7");
        assertThatThrownBy(() -> settings.asTexts().put("speed", "3"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void maskSecretsWhenShown() {
        Settings settings = Settings.parse(DESCRIPTORS, Map.of("user", "me", "password", "pass1234"));

        assertThat(settings.toString()).contains("user=me", "password=***").doesNotContain("pass1234");
        assertThat(settings.text("password")).isEqualTo("pass1234");
        assertThat(Settings.defaults(DESCRIPTORS).toString()).contains("password=,").doesNotContain("*");
    }

    @Test
    void refuseATextThatDoesNotFit() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> Settings.parse(DESCRIPTORS, Map.of("speed", "fast")))
                .withMessage("setting speed: 'fast' is not a number");
    }

    @Test
    void refuseANumberOutOfItsRange() {
        Settings settings = Settings.parse(DESCRIPTORS, Map.of("count", "11"));

        assertThat(settings.integer("count", 1, 11)).isEqualTo(11);
        assertThat(settings.integer("count", 11, 20)).isEqualTo(11);
        assertThatExceptionOfType(SettingException.class).isThrownBy(() -> settings.integer("count", 1, 10))
                .withMessage("setting count: 11 is not from 1 to 10");
        assertThatExceptionOfType(SettingException.class).isThrownBy(() -> settings.integer("count", 12, 20));
    }

    @Test
    void sayWhatIsNeededWhereThereIsNoValue() {
        Settings settings = Settings.parse(DESCRIPTORS, Map.of("count", "", "wait", ""));

        assertThatExceptionOfType(SettingException.class).isThrownBy(() -> settings.integer("count"))
                .withMessage("setting count: a value is needed: a whole number");
        assertThatExceptionOfType(SettingException.class).isThrownBy(() -> settings.duration("wait"))
                .withMessageContaining("500ms");
    }

    @Test
    void areReadAsTheirTypeOnly() {
        Settings settings = Settings.defaults(DESCRIPTORS);

        assertThatIllegalArgumentException().isThrownBy(() -> settings.integer("speed"))
                .withMessage("setting speed is DECIMAL, not INTEGER").isNotInstanceOf(SettingException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> settings.text("velocity"))
                .withMessage("no setting is called velocity");
    }

    @Test
    void suggestTheNearestKeyForAnUnknownOne() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> Settings.parse(DESCRIPTORS.subList(0, 2), Map.of("sped", "2")))
                .withMessage("setting sped: unknown; did you mean speed? there are speed, count");
    }

    @Test
    void listTheKeysForAnUnknownOneThatIsLikeNone() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> Settings.parse(DESCRIPTORS.subList(0, 2), Map.of("velocity", "2")))
                .withMessage("setting velocity: unknown; there are speed, count");
    }

    @Test
    void sayWhenThereIsNothingToSet() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> Settings.parse(List.of(), Map.of("speed", "2")))
                .withMessage("setting speed: unknown; there are no settings here");
    }
}

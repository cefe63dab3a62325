package io.trunkline.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(10)
class SettingDescriptorTest {

    @ParameterizedTest
    @CsvSource({
        "TEXT, any thing", "SECRET, p@ss word",
        "INTEGER, 0", "INTEGER, -12", "INTEGER, ' 7 '", "INTEGER, 9223372036854775807",
        "DECIMAL, 0.5", "DECIMAL, -1e3", "DECIMAL, 7", "DECIMAL, .5",
        "FLAG, true", "FLAG, FALSE", "FLAG, yes", "FLAG, No", "FLAG, on", "FLAG, off", "FLAG, 1", "FLAG, 0",
        "DURATION, 500ms", "DURATION, 30s", "DURATION, 5m", "DURATION, 2h", "DURATION, 0s",
        "ADDRESS, 127.0.0.1:2014", "ADDRESS, localhost", "ADDRESS, my-host.example:0", "ADDRESS, h:65535",
        "ADDRESS, [::1]", "ADDRESS, [::1]:2014", "ADDRESS, [fe80::1%eth0]:2014", "ADDRESS, ' h:1 '",
        "FILES, a.csv", "FILES, 'a.csv, b.csv'"})
    void takesATextOfItsType(SettingType type, String text) {
        SettingDescriptor descriptor = SettingDescriptor.of("key", type, "", "Help.");

        assertThatNoException().isThrownBy(() -> descriptor.check(text));
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER, 1.5, a whole number", "INTEGER, ten, a whole number", "INTEGER, 9223372036854775808, a whole number",
        "INTEGER, ' ', a whole number",
        "DECIMAL, fast, a number", "DECIMAL, NaN, a number", "DECIMAL, Infinity, a number", "DECIMAL, 1e400, a number",
        "DECIMAL, 1d, a number", "DECIMAL, 0x1p3, a number", "DECIMAL, '1,5', a number",
        "FLAG, maybe, true or false", "FLAG, 2, true or false",
        "DURATION, 30, 500ms", "DURATION, s, 500ms", "DURATION, -1s, 500ms", "DURATION, 1d, 500ms",
        "DURATION, 1.5s, 500ms", "DURATION, 5 s, 500ms", "DURATION, 9223372036854775807h, 500ms",
        "ADDRESS, ::1, [::1]:2014", "ADDRESS, ::1:2014, [::1]:2014", "ADDRESS, h:, 127.0.0.1:2014",
        "ADDRESS, :2014, 127.0.0.1:2014", "ADDRESS, h:65536, 127.0.0.1:2014", "ADDRESS, h:-1, 127.0.0.1:2014",
        "ADDRESS, h:+1, 127.0.0.1:2014", "ADDRESS, h:x, 127.0.0.1:2014", "ADDRESS, a b:1, 127.0.0.1:2014",
        "ADDRESS, [::1]x:2014, 127.0.0.1:2014", "ADDRESS, [::1]2014, 127.0.0.1:2014", "ADDRESS, []:1, 127.0.0.1:2014",
        "ADDRESS, [::1:2014, 127.0.0.1:2014", "ADDRESS, x[::1]:1, 127.0.0.1:2014"})
    void namesTheKeyTheBadTextAndWhatIsAllowed(SettingType type, String text, String allowed) {
        SettingDescriptor descriptor = SettingDescriptor.of("port", type, "", "Help.");

        assertThatExceptionOfType(SettingException.class).isThrownBy(() -> descriptor.check(text))
                .withMessageStartingWith("setting port: '" + text + "' is not ").withMessageContaining(allowed)
                .satisfies(fault -> assertThat(fault.key()).isEqualTo("port"));
    }

    @Test
    void takesOneOfItsChoicesOnly() {
        SettingDescriptor descriptor = SettingDescriptor.choice("mode", List.of("fast", "slow"), "Help.");

        assertThat(descriptor.defaultValue()).isEqualTo("fast");
        assertThatNoException().isThrownBy(() -> descriptor.check("slow"));
        assertThatExceptionOfType(SettingException.class).isThrownBy(() -> descriptor.check("Slow"))
                .withMessage("setting mode: 'Slow' is not one of fast, slow");
    }

    @Test
    void doesNotChangeWithTheChoicesItWasMadeOf() {
        List<String> choices = new ArrayList<>(List.of("fast", "slow"));
        SettingDescriptor descriptor = SettingDescriptor.choice("mode", choices, "Help.");
        choices.clear();

        assertThat(descriptor.choices()).containsExactly("fast", "slow");
    }

    @Test
    void refusesADefaultThatItWouldNotTake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettingDescriptor.of("speed", SettingType.DECIMAL, "fast", "Help."))
                .withMessage("setting speed: 'fast' is not a number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SettingDescriptor("mode", SettingType.TEXT, "c", List.of("a", "b"), "Help."))
                .withMessage("setting mode: 'c' is not one of a, b");
        assertThatIllegalArgumentException().isThrownBy(() -> SettingDescriptor.choice("mode", List.of(), "Help."))
                .withMessageContaining("mode");
    }

    @Test
    void needsAllItsParts() {
        assertThatNullPointerException().isThrownBy(() -> SettingDescriptor.of(null, SettingType.TEXT, "", ""))
                .withMessage("key");
        assertThatNullPointerException().isThrownBy(() -> SettingDescriptor.of("key", null, "", ""))
                .withMessage("type");
        assertThatNullPointerException().isThrownBy(() -> SettingDescriptor.of("key", SettingType.TEXT, null, ""))
                .withMessage("defaultValue");
        assertThatNullPointerException().isThrownBy(() -> SettingDescriptor.of("key", SettingType.TEXT, "", null))
                .withMessage("help");
    }
}

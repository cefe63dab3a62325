package io.trunkline.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class SimSettingsTest {

    private static SimSettings of(String... texts) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < texts.length; i += 2) map.put(texts[i], texts[i + 1]);
        return SimSettings.of(Settings.parse(SimSettings.DESCRIPTORS, map));
    }

    @Test
    void theDefaultsReplayWhatIsShippedAsItWas() {
        SimSettings defaults = of();

        assertThat(defaults.ticks()).extracting(DataFile::name)
                .containsExactly("ctp-AP010-20200810.csv.gz", "ctp-AP101-20200810.csv.gz");
        assertThat(defaults.bars()).extracting(bars -> bars.instrument() + "=" + bars.file().name()).containsExactly(
                "ru1901.SHFE=shfe-ru1901-min1-201812.csv.gz", "ru1901.SHFE=shfe-ru1901-day.csv");
        assertThat(defaults.contracts()).isEmpty();
        assertThat(defaults.speed()).isEqualTo(1);
        assertThat(defaults.gap()).isEqualTo(Duration.ofSeconds(5));
        assertThat(defaults.loop()).isFalse();
        assertThat(defaults.startsOnSubscribe()).isFalse();
        assertThat(defaults.account()).isEqualTo("SIM");
        assertThat(defaults.balance()).isEqualTo(1_000_000);
        assertThat(defaults.deposit()).isEqualTo(0.01);
    }

    @Test
    void takesWhatIsGiven() {
        SimSettings given = of("ticks", "a.csv, b.csv.gz", "bars", "AP010.CZCE=x=1.csv", "contracts", "c.csv", "gap",
                "2m",
                "loop", "yes", "start", "subscribe", "account", " A1 ", "balance", "5.5", "deposit", "100");

        assertThat(given.ticks()).extracting(DataFile::name).containsExactly("a.csv", "b.csv.gz");
        assertThat(given.bars()).extracting(bars -> bars.instrument() + "|" + bars.file().name())
                .containsExactly("AP010.CZCE|x=1.csv");
        assertThat(given.contracts()).extracting(DataFile::name).containsExactly("c.csv");
        assertThat(given.gap()).isEqualTo(Duration.ofMinutes(2));
        assertThat(given.loop()).isTrue();
        assertThat(given.startsOnSubscribe()).isTrue();
        assertThat(given.account()).isEqualTo("A1");
        assertThat(given.balance()).isEqualTo(5.5);
        assertThat(given.deposit()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "x60,60", "0.5,0.5", "max,Infinity", "MAX,Infinity", "1000000,1000000"})
    void readsSpeeds(String text, double speed) {
        assertThat(of("speed", text).speed()).isEqualTo(speed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "speed    | fast          | setting speed: 'fast' is not a number above 0, such as 60, nor max",
            "speed    | 0             | setting speed: 0 is not above 0 and at most 1000000; for no limit write max",
            "speed    | -1            | setting speed: -1 is not above 0 and at most 1000000; for no limit write max",
            "speed    | NaN           | setting speed: NaN is not above 0 and at most 1000000; for no limit write max",
            "speed    | 1e9           | setting speed: 1e9 is not above 0 and at most 1000000; for no limit write max",
            "bars     | x.csv         | setting bars: 'x.csv' does not say whose bars they are; write ru1901.SHFE=FILE",
            "bars     | ru1901=x.csv  | setting bars: no exchange in instrument id: ru1901 (write symbol.EXCHANGE)",
            "bars     | ru1901.X=y    | setting bars: unknown exchange: X",
            "deposit  | 101           | setting deposit: 101.0 is not from 0 to 100 percent",
            "start    | later         | setting start: 'later' is not one of connect, subscribe",
            "gap      | soon          | setting gap: 'soon' is not a time span such as 500ms, 30s, 5m or 2h",
    })
    void refusesWhatCannotBeUsed(String key, String text, String message) {
        assertThatThrownBy(() -> of(key, text)).isInstanceOf(SettingException.class).hasMessage(message);
    }

    @Test
    void anAccountNeedsAnId() {
        assertThatThrownBy(() -> of("account", " ")).isInstanceOf(SettingException.class);
    }

    @Test
    void everySettingExplainsItself() {
        assertThat(SimSettings.DESCRIPTORS).allMatch(setting -> setting.help().length() > 10);
    }
}

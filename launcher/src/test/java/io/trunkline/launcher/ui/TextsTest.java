package io.trunkline.launcher.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void aLocaleGetsItsLanguageWhateverItsCountryIs() {
        assertThat(Texts.of(Locale.TRADITIONAL_CHINESE).get("desk.ticks")).isEqualTo("行情");
    }

    @Test
    void aLanguageThatThereIsNotIsEnglish() {
        assertThat(Texts.of(Locale.FRENCH).get("desk.ticks")).isEqualTo("Ticks");
    }

    @Test
    void allLanguagesHaveTheSameKeys() {
        assertThat(Texts.of(Locale.CHINESE).keys()).isEqualTo(Texts.of(Locale.ENGLISH).keys());
    }
}

package io.trunkline.launcher.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;

/** The window's words in one language. Immutable. */
public final class Texts {

    /** The languages there are; the first stands for all that there are not. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    private final Locale language;
    private final ResourceBundle bundle;

    private Texts(Locale language, ResourceBundle bundle) {
        this.language = language;
        this.bundle = bundle;
    }

    /** Those of a locale's language, or English ones. */
    public static Texts of(Locale locale) {
        Locale language = LANGUAGES.stream().filter(known -> known.getLanguage().equals(locale.getLanguage()))
                .findFirst().orElse(LANGUAGES.get(0));
        String file = "texts_" + language.getLanguage() + ".properties";
        try (Reader reader = new InputStreamReader(Texts.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            return new Texts(language, new PropertyResourceBundle(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which one of {@link #LANGUAGES}. */
    public Locale language() {
        return language;
    }

    /** All keys. */
    public Set<String> keys() {
        return bundle.keySet();
    }

    /** The text of a key; throws {@link java.util.MissingResourceException} if there is none. */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** The text of a key with arguments in the places {@code {0}}, {@code {1}} and so on. */
    public String format(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), language).format(arguments);
    }
}

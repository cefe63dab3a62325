package io.trunkline.launcher.ui;

import java.util.Locale;

/**
 * What a user decided about the window itself.
 *
 * @param language a language's code, or empty for the machine's
 * @param isDark whether the window is dark rather than light
 * @param isEndConfirmed whether closing the window asks first
 */
record Preferences(String language, boolean isDark, boolean isEndConfirmed) {

    private static final String LANGUAGE = "language";
    private static final String DARK = "dark";
    private static final String END = "confirm.close";

    static Preferences of(UiStore store) {
        return new Preferences(store.get(LANGUAGE, ""), !store.get(DARK, "true").equals("false"),
                !store.get(END, "true").equals("false"));
    }

    /** Puts them into a store and saves it. */
    void keep(UiStore store) {
        store.put(LANGUAGE, language.isEmpty() ? null : language);
        store.put(DARK, Boolean.toString(isDark));
        store.put(END, Boolean.toString(isEndConfirmed));
        store.save();
    }

    /** The words in the language. */
    Texts texts() {
        return Texts.of(language.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(language));
    }

    Preferences withLanguage(String code) {
        return new Preferences(code, isDark, isEndConfirmed);
    }

    Preferences withDark(boolean dark) {
        return new Preferences(language, dark, isEndConfirmed);
    }
}

package io.trunkline.launcher.text;

/**
 * What an option or setting amounts to.
 *
 * @param name as it stands in a settings file
 * @param value its text; a secret is masked
 * @param source where it was given: an option, a variable, a file and line, or {@code default}
 */
public record SettingValue(String name, String value, String source) {}

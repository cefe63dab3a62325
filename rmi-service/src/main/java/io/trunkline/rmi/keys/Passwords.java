package io.trunkline.rmi.keys;

import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The passwords of files with keys, which come from files so that no list of processes shows them. */
final class Passwords {

    static final String IDENTITY = "password-file";
    static final String AUTHORITY = "authority-password-file";

    private static final String USUAL = "none";
    private static final int MAX_LENGTH = 1_000;

    private Passwords() {}

    /** The option that names the file with a password; {@code whose} begins "of the". */
    static SettingDescriptor option(String key, String whose) {
        return SettingDescriptor.of(key, SettingType.TEXT, USUAL, "file whose first line is the password " + whose
                + ", or none for the usual one, which is no secret");
    }

    static char[] read(Settings settings, String key) {
        String text = settings.text(key);
        if (text.equals(USUAL)) return IdentityFile.USUAL_PASSWORD.toCharArray();
        String line;
        try {
            Path file = Path.of(text);
            if (Files.size(file) > MAX_LENGTH) throw new SettingException(key, text + " is too long for a password");
            line = Files.readString(file, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
        } catch (IOException | InvalidPathException e) {
            throw new SettingException(key, "'" + text + "' cannot be read; name a file that holds the password");
        }
        if (!line.isEmpty() && line.chars().allMatch(c -> c >= ' ' && c <= '~')) return line.toCharArray();
        throw new SettingException(key, "the first line of '" + text
                + "' is no password; it must be letters, digits and signs of ASCII");
    }
}

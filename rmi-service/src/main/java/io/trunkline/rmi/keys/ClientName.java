package io.trunkline.rmi.keys;

import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names of clients. They become names of files and keys of {@code clients.properties}. */
final class ClientName {

    static final SettingDescriptor PARAMETER = SettingDescriptor.of("name", SettingType.TEXT, "",
            "the client: 1 to 64 letters, digits, dots, dashes and underscores");

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int MAX_SHOWN = 80;

    private ClientName() {}

    static String of(Settings settings) {
        String key = PARAMETER.key();
        String name = settings.text(key);
        if (FORM.matcher(name).matches()) return name;
        String shown = name.length() > MAX_SHOWN ? name.substring(0, MAX_SHOWN) + "..." : name;
        throw new SettingException(key, "'" + shown + "' cannot be a client's name; take 1 to 64 letters, digits, "
                + "dots, dashes and underscores, the first a letter or digit");
    }

    /** Refuses a name that differs from another in case only: people and some file systems take them for one. */
    static void checkCase(String name, Collection<String> others) {
        Optional<String> alike =
                others.stream().filter(other -> other.equalsIgnoreCase(name) && !other.equals(name)).findFirst();
        if (alike.isEmpty()) return;
        throw new SettingException(PARAMETER.key(), "'" + name + "' and the client " + alike.get()
                + " differ in case only; take another name");
    }
}

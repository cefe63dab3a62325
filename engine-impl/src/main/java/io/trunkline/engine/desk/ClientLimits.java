package io.trunkline.engine.desk;

import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.Suggestion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Reads the limits of single clients: a properties file in UTF-8 with lines such as {@code alice.orderVolume=10}. */
final class ClientLimits {

    private static final String SETTING = "clients";

    private ClientLimits() {}

    /** The limits of each client in the file; what it does not say of a client is as for all others. */
    static Map<String, Limits> read(Path file, Limits others) {
        Map<String, String> texts;
        try {
            texts = PropertiesText.read(file);
        } catch (IOException e) {
            throw new SettingException(SETTING, file + " cannot be read: " + PropertiesText.reason(e));
        }
        Map<String, Limits> clients = new HashMap<>();
        texts.forEach((key, text) -> {
            int dot = key.lastIndexOf('.'); // a client's name may have dots, a limit's has none
            if (dot <= 0) throw wrong(file, key, "write CLIENT.limit, such as alice." + Limit.ORDER_VOLUME.key());
            Limit limit = limit(file, key, key.substring(dot + 1));
            clients.merge(key.substring(0, dot), others.with(limit, value(file, key, limit, text), source(key)),
                    (known, fresh) -> known.with(limit, value(file, key, limit, text), source(key)));
        });
        return Map.copyOf(clients);
    }

    private static String source(String key) {
        return DeskProvider.TYPE + "." + SETTING + ": " + key;
    }

    private static Limit limit(Path file, String key, String name) {
        return Arrays.stream(Limit.values()).filter(limit -> limit.key().equals(name)).findFirst()
                .orElseThrow(() -> wrong(file, key, "there is no limit " + name + "; "
                        + Suggestion.nearest(name, Limit.keys()).map(near -> "did you mean " + near + "? ").orElse("")
                        + "there are " + String.join(", ", Limit.keys())));
    }

    private static double value(Path file, String key, Limit limit, String text) {
        if (text.isBlank()) throw wrong(file, key, "it has no value; write 0 for no limit");
        try {
            return limit.read(text);
        } catch (SettingException e) {
            throw wrong(file, key, e.getMessage());
        }
    }

    private static SettingException wrong(Path file, String key, String problem) {
        return new SettingException(SETTING, file + ", " + key + ": " + problem);
    }
}

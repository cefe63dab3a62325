package io.trunkline.rmi.keys;

import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.Settings;
import java.util.List;

/** The option that says what a client may do. */
final class RoleOption {

    private static final String AS_BEFORE = "as-before";
    private static final String LEAST = "viewer";

    static final SettingDescriptor OPTION = SettingDescriptor.choice("role",
            List.of(AS_BEFORE, LEAST, "trader", "supervisor"),
            "what the client may do; as-before is viewer for a new one");

    private RoleOption() {}

    static String of(Settings settings, Clients clients, String name) {
        String role = settings.text(OPTION.key());
        return role.equals(AS_BEFORE) ? clients.role(name).orElse(LEAST) : role;
    }
}

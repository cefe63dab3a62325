package io.trunkline.rmi.service;

import io.trunkline.engine.DayRoll;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.rmi.access.Access;
import io.trunkline.rmi.access.Audit;
import io.trunkline.rmi.access.RequestRates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Who may come in, and what is written down. Immutable.
 *
 * @param clients the file of clients; empty if nobody has to log in
 * @param audit the folder of audit files; empty for none
 * @param roll when the day of an audit file ends
 * @param required the names of interceptors that must be in place
 */
record AccessSettings(Optional<Path> clients, Optional<Path> audit, DayRoll roll, List<String> required) {

    private static final String AUTO = "auto";
    private static final String REQUIRED = "required";
    private static final String OFF = "off";
    private static final String ROLL = "day.roll";

    static final List<SettingDescriptor> DESCRIPTORS = List.of(
            SettingDescriptor.choice("login", List.of(AUTO, REQUIRED, OFF),
                    "whether clients have to prove who they are; auto: with TLS, or if clients is given"),
            SettingDescriptor.of("clients", SettingType.TEXT, "",
                    "file of clients and their rights; keys/clients.properties of the home if empty"),
            SettingDescriptor.choice("audit", List.of(AUTO, "on", OFF),
                    "write log-ins, refusals, orders and cancels into the folder audit of the home; auto: if clients"
                            + " have to log in"),
            SettingDescriptor.of(ROLL, SettingType.TEXT, DayRoll.DEFAULT.toString(),
                    "when a trading day ends and a new audit file begins: a time and a time zone"),
            SettingDescriptor.of("require", SettingType.TEXT, "",
                    "interceptors, separated by commas, without which the service does not start, such as desk"));

    /** Reads and checks the settings of a service that listens as said. */
    static AccessSettings of(Settings settings, Optional<Path> home, ServiceSettings service) {
        boolean isExposed = (service.tls().isPresent() || !service.address().isLocal()) && !settings.flag("insecure");
        String login = settings.text("login");
        if (login.equals(OFF) && isExposed) {
            throw new SettingException("login", "with TLS, and where other machines reach the address, clients have to"
                    + " log in; or accept everybody with insecure=true (--insecure)");
        }
        boolean isRequired = login.equals(REQUIRED) || login.equals(AUTO) && (isExposed || settings.has("clients"));
        Optional<Path> clients = isRequired ? Optional.of(clients(settings, home)) : Optional.empty();
        String audit = settings.text("audit");
        boolean isAudited = audit.equals("on") || audit.equals(AUTO) && isRequired && home.isPresent();
        if (isAudited && home.isEmpty()) throw new SettingException("audit", "there is no home to write it to");
        List<String> required = Arrays.stream(settings.text("require").split(",")).map(String::strip)
                .filter(name -> !name.isEmpty()).toList();
        return new AccessSettings(clients, isAudited ? home.map(path -> path.resolve("audit")) : Optional.empty(),
                roll(settings.text(ROLL)), required);
    }

    private static DayRoll roll(String text) {
        try {
            return DayRoll.parse(text);
        } catch (IllegalArgumentException e) {
            throw new SettingException(ROLL, e.getMessage());
        }
    }

    private static Path clients(Settings settings, Optional<Path> home) {
        if (settings.has("clients")) return Path.of(settings.text("clients"));
        return home.map(path -> path.resolve("keys").resolve("clients.properties")).orElseThrow(() ->
                new SettingException("clients", "clients have to log in, and there is no home with a file of them"));
    }

    /**
     * Reads what is needed to let clients in.
     *
     * @throws SettingException if a file cannot be used
     */
    Gate open(MainEngine engine) {
        Access access = Access.open();
        try {
            if (clients.isPresent()) access = Access.of(clients.get(), clients.get().resolveSibling("revoked"));
        } catch (IOException e) {
            throw new SettingException("clients", e.getMessage());
        }
        try {
            Audit file = audit.isPresent() ? Audit.to(audit.get(), engine.options().clock(), roll) : Audit.none();
            return new Gate(access, new RequestRates(System::nanoTime), file);
        } catch (IOException e) {
            throw new SettingException("audit", "cannot be written to " + audit.get() + ": " + e.getMessage());
        }
    }
}

package io.trunkline.rmi.service;

import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.rmi.wire.Address;
import io.trunkline.rmi.wire.Tls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether the service speaks TLS, and with which keys. */
final class ServiceKeys {

    private static final String FILE = "keys/server.p12"; // in the home

    private ServiceKeys() {}

    /**
     * What the service speaks TLS with, if it is to.
     *
     * @throws SettingException if the keys cannot be used, or without TLS anybody could trade and that is not accepted
     */
    static Optional<Tls> of(Settings settings, Address address, Optional<Path> home) {
        String choice = settings.text("tls");
        List<Path> files = files(settings, home);
        if (choice.equals("on") && address instanceof Address.Unix) {
            throw new SettingException("tls", "on is for addresses of hosts; the permission of the file protects "
                    + address);
        }
        if (choice.equals("on") && files.isEmpty()) {
            throw new SettingException("tls", "there are no keys" + home.map(folder -> ", no "
                    + folder.resolve(FILE)).orElse("") + "; make them with trunkline keys init, or give keys=FILE");
        }
        boolean isOn = choice.equals("on") || choice.equals("auto") && !files.isEmpty() && !address.isLocal();
        if (isOn) return Optional.of(tls(settings, files));
        if (address.isLocal() || settings.flag("insecure")) return Optional.empty();
        throw new SettingException("bind", ((Address.Tcp) address).host() + " can be reached from other machines, and"
                + " without TLS anyone there could trade; " + (files.isEmpty()
                ? "make keys for TLS with trunkline keys init" : "leave tls=auto, for there are keys")
                + ", or bind 127.0.0.1, or accept that with insecure=true (--insecure)");
    }

    private static List<Path> files(Settings settings, Optional<Path> home) {
        if (settings.has("keys")) return Tls.files(settings.text("keys"));
        return home.map(folder -> folder.resolve(FILE)).filter(Files::exists).stream().toList();
    }

    private static Tls tls(Settings settings, List<Path> files) {
        String password = settings.has("keys.password") ? settings.text("keys.password") : Tls.DEFAULT_PASSWORD;
        try {
            return Tls.ofServer(files, password);
        } catch (IllegalArgumentException e) {
            throw new SettingException("keys", e.getMessage());
        }
    }
}

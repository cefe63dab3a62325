package io.trunkline.rmi.gateway;

import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.rmi.wire.Address;
import io.trunkline.rmi.wire.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/**
 * Whether to speak TLS with a server, and as whom. Immutable.
 *
 * @param choice auto, on or off
 * @param files of the identity; empty for the one in the home
 * @param password of an identity file
 */
record LinkIdentity(String choice, List<Path> files, String password) {

    private static final String FILE = "keys/identity.p12"; // in the home

    static LinkIdentity of(Settings settings) {
        return new LinkIdentity(settings.text("tls"), Tls.files(settings.text("identity")),
                settings.has("identity.password") ? settings.text("identity.password") : Tls.DEFAULT_PASSWORD);
    }

    /**
     * What to speak TLS with, if it is to be spoken.
     *
     * @throws SettingException if it is and there is no identity that can be used
     */
    Optional<Tls> tls(Address server, Optional<Path> home) {
        boolean isOn = choice.equals("on");
        if (isOn && server instanceof Address.Unix) {
            throw new SettingException("tls", "on is for servers at a host; the permission of the file protects "
                    + server);
        }
        List<Path> chosen = chosen(home);
        if (isOn && chosen.isEmpty()) {
            throw new SettingException("tls", "there is no identity" + home.map(folder -> ", no "
                    + folder.resolve(FILE)).orElse("") + "; ask the server's operator for one (trunkline keys issue),"
                    + " and put it into the home as " + FILE + " or give identity=FILE");
        }
        if (!isOn && (!choice.equals("auto") || chosen.isEmpty() || server.isLocal())) return Optional.empty();
        try {
            return Optional.of(Tls.ofClient(chosen, password));
        } catch (IllegalArgumentException e) {
            throw new SettingException("identity", e.getMessage());
        }
    }

    private List<Path> chosen(Optional<Path> home) {
        if (!files.isEmpty()) return files;
        return home.map(folder -> folder.resolve(FILE)).filter(Files::exists).stream().toList();
    }

    /** Differs from what it was if the files of the identity are others now. */
    String stamp(Optional<Path> home) {
        StringBuilder stamp = new StringBuilder();
        for (Path file : chosen(home)) {
            try {
                BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class);
                stamp.append(file).append(of.lastModifiedTime()).append(of.size()).append(of.fileKey());
            } catch (IOException e) {
                stamp.append(file).append(" cannot be read");
            }
        }
        return stamp.toString();
    }

    /** Nothing of the password. */
    @Override
    public String toString() {
        return "tls " + choice + " " + files;
    }
}

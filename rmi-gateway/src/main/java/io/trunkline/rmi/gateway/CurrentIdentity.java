package io.trunkline.rmi.gateway;

import io.trunkline.engine.plugin.SettingException;
import io.trunkline.rmi.wire.Tls;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a gateway speaks TLS with at its next attempt to connect: the identity is read again when its file was replaced,
 * so that a client whose certificate was revoked, or has expired, comes back with another without being started anew.
 * For one thread.
 */
final class CurrentIdentity {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentIdentity.class);

    private final LinkSettings settings;
    private final Optional<Path> home;
    private String stamp; // of the files as they were read
    private Optional<Tls> tls;
    private String complaint = ""; // about what was put in place last

    /**
     * Reads it.
     *
     * @param home where an identity is looked for
     * @throws SettingException if one is needed and there is none that can be used
     */
    CurrentIdentity(LinkSettings settings, Optional<Path> home) {
        this.settings = settings;
        this.home = home;
        this.stamp = settings.identity().stamp(home);
        this.tls = settings.tls(home);
    }

    /**
     * What to speak TLS with, if it is to be spoken. A file that is gone leaves it as it was, so that nobody comes to
     * speak plain text by that; so does one that cannot be used, which is tried again and logged once.
     */
    Optional<Tls> tls() {
        String now = settings.identity().stamp(home);
        if (now.isEmpty() || now.equals(stamp)) return tls;
        try {
            tls = settings.tls(home);
            stamp = now;
            complaint = "";
            LOG.info("another identity is used from now on: {}", tls.map(Tls::toString).orElse("none"));
        } catch (SettingException e) {
            if (e.getMessage().equals(complaint)) return tls;
            complaint = e.getMessage();
            LOG.warn("the identity that was put in place cannot be used: {}", complaint);
        }
        return tls;
    }
}

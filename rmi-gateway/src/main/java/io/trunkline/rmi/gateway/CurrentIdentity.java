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

    /** What to speak TLS with, if it is to be spoken; what cannot be used is logged once, and leaves it as it was. */
    Optional<Tls> tls() {
        String now = settings.identity().stamp(home);
        if (now.equals(stamp)) return tls;
        stamp = now;
        try {
            tls = settings.tls(home);
            LOG.info("another identity is used from now on: {}", tls.map(Tls::toString).orElse("none"));
        } catch (SettingException e) {
            LOG.warn("the identity that was put in place cannot be used: {}", e.getMessage());
        }
        return tls;
    }
}

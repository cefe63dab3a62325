package io.trunkline.rmi.gateway;

import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.rmi.wire.Address;
import io.trunkline.rmi.wire.OpenRequest;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.Tls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where the service is and how to talk to it. Immutable.
 *
 * @param server the service's address
 * @param identity whether to speak TLS there, and as whom
 * @param clientName what this client calls itself
 * @param allTicks whether to get every tick that the server sees
 * @param heartbeat time between signs of life
 * @param connectTimeout how long connecting may take
 * @param cancelAfter how long after this client is gone the server cancels its orders; negative for never
 * @param token what proves who this client is; empty for nothing
 * @param readCap how long to wait for an answer; the server is given up after twice that
 */
record LinkSettings(
        Address server, LinkIdentity identity, String clientName, boolean allTicks, Duration cancelAfter,
        String token, Duration heartbeat, Duration connectTimeout, Duration readCap) {

    static final List<SettingDescriptor> DESCRIPTORS = List.of(
            SettingDescriptor.of("address", SettingType.ADDRESS, "127.0.0.1:" + Protocol.DEFAULT_PORT,
                    "the server's address, or unix:PATH; the port may be left out if it is " + Protocol.DEFAULT_PORT),
            SettingDescriptor.of("name", SettingType.TEXT, "",
                    "what this client is called, as others see it on its orders; its process id if empty"),
            SettingDescriptor.choice("tls", List.of("auto", "on", "off"),
                    "speak TLS 1.3; auto: with a server on another machine, if there is an identity"),
            SettingDescriptor.of("identity", SettingType.FILES, "",
                    "this client's identity file, or CERTIFICATES.pem,KEY.pem,AUTHORITY.pem; keys/identity.p12 in the"
                            + " home if empty"),
            SettingDescriptor.of("identity.password", SettingType.SECRET, "",
                    "the identity file's password, if it was made with one of your own"),
            SettingDescriptor.choice("ticks", List.of("subscribed", "all"),
                    "get the ticks that were subscribed here, or all that anybody at the server subscribed"),
            SettingDescriptor.of("token", SettingType.SECRET, "",
                    "what proves to the server who this client is, if it asks for that"),
            SettingDescriptor.of("cancelAfter", SettingType.DURATION, "",
                    "how long after this client is gone the server cancels its orders and quotes, up to 24h; never if"
                            + " empty"),
            SettingDescriptor.of("heartbeat", SettingType.DURATION, "1s", "time between signs of life, 10ms to 1m"),
            SettingDescriptor.of("connect", SettingType.DURATION, "2s", "how long connecting may take, 100ms to 1m"),
            SettingDescriptor.of("timeout", SettingType.DURATION, "5s",
                    "how long to wait for an answer, 100ms to 5m; the server is given up after twice that"));

    /**
     * Reads and checks the settings.
     *
     * @throws SettingException if one cannot be used
     */
    static LinkSettings of(Settings settings) {
        Duration heartbeat = between(settings, "heartbeat", Duration.ofMillis(10), Duration.ofMinutes(1));
        Duration readCap = between(settings, "timeout", Duration.ofMillis(100), Duration.ofMinutes(5));
        if (heartbeat.compareTo(readCap) >= 0) {
            throw new SettingException("timeout", settings.text("timeout")
                    + " is not longer than the heartbeat, which is " + settings.text("heartbeat"));
        }
        return new LinkSettings(server(settings), LinkIdentity.of(settings), name(settings),
                settings.text("ticks").equals("all"), cancelAfter(settings), token(settings), heartbeat,
                between(settings, "connect", Duration.ofMillis(100), Duration.ofMinutes(1)), readCap);
    }

    private static Address server(Settings settings) {
        String text = settings.text("address");
        try {
            return Address.parse(text, Protocol.DEFAULT_PORT);
        } catch (IllegalArgumentException e) {
            throw new SettingException("address", "'" + text + "' is not an address: " + e.getMessage());
        }
    }

    private static String name(Settings settings) {
        String name = settings.text("name").strip();
        if (name.length() > 64 || name.chars().anyMatch(Character::isISOControl)) {
            throw new SettingException("name", "at most 64 printable characters");
        }
        return name.isEmpty() ? "client-" + ProcessHandle.current().pid() : name;
    }

    private static Duration cancelAfter(Settings settings) {
        if (!settings.has("cancelAfter")) return OpenRequest.NEVER;
        return between(settings, "cancelAfter", Duration.ZERO, Duration.ofDays(1));
    }

    private static String token(Settings settings) {
        String token = settings.text("token").strip();
        if (token.length() > Protocol.MAX_TOKEN) {
            throw new SettingException("token", "a token has at most " + Protocol.MAX_TOKEN + " characters");
        }
        return token;
    }

    private static Duration between(Settings settings, String key, Duration min, Duration max) {
        Duration value = settings.duration(key);
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new SettingException(key, settings.text(key) + " is not from " + min.toMillis() + "ms to "
                    + max.toMillis() + "ms");
        }
        return value;
    }

    /**
     * What to speak TLS with, if it is to be spoken.
     *
     * @param home where an identity is looked for
     * @throws SettingException if it is and there is no identity that can be used
     */
    Optional<Tls> tls(Optional<Path> home) {
        return identity.tls(server, home);
    }

    /** After how long without a sign of life the server is given up. */
    Duration patience() {
        return readCap.multipliedBy(2);
    }
}

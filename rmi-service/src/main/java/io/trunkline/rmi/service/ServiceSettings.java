package io.trunkline.rmi.service;

import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.rmi.wire.Address;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.Tls;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the service listens and what it bears. Immutable.
 *
 * @param address where it listens; port 0 takes any that is free
 * @param tls what it speaks TLS with, if it does
 * @param maxSessions how many clients may be connected
 * @param logBytes size of the event log, a power of two
 * @param conflateBytes how far behind, in bytes of the log, a client's ticks begin to be conflated
 * @param heartbeat time between signs of life
 * @param readCap how long a read may wait; a client is given up after twice that
 * @param digestInterval the shortest time between two digests of the books
 */
record ServiceSettings(
        Address address, Optional<Tls> tls, int maxSessions, int logBytes, long conflateBytes, Duration heartbeat,
        Duration readCap, Duration digestInterval) {

    static final List<SettingDescriptor> DESCRIPTORS = List.of(
            SettingDescriptor.of("bind", SettingType.TEXT, "127.0.0.1",
                    "address to listen on, or unix:PATH for this user only; one that is not of this machine alone"
                            + " needs keys for TLS, or insecure=true"),
            SettingDescriptor.of("port", SettingType.INTEGER, Integer.toString(Protocol.DEFAULT_PORT),
                    "port to listen on, 0 to 65535; 0 takes any free one; not used with unix:PATH"),
            SettingDescriptor.of("insecure", SettingType.FLAG, "false",
                    "listen on an address that other machines reach, without any proof of who they are"),
            SettingDescriptor.choice("tls", List.of("auto", "on", "off"),
                    "speak TLS 1.3, with clients that show a certificate; auto: at an address that other machines"
                            + " reach, if there are keys"),
            SettingDescriptor.of("keys", SettingType.FILES, "",
                    "the server's identity file, or CERTIFICATES.pem,KEY.pem,AUTHORITY.pem; keys/server.p12 in the"
                            + " home if empty"),
            SettingDescriptor.of("keys.password", SettingType.SECRET, "",
                    "the identity file's password, if it was made with one of your own"),
            SettingDescriptor.of("sessions", SettingType.INTEGER, "512",
                    "how many clients may be connected, 1 to 10000"),
            SettingDescriptor.of("log", SettingType.INTEGER, "64",
                    "size of the event log in MiB, a power of two from 4 to 1024: how far a client may fall behind"),
            SettingDescriptor.of("conflate", SettingType.INTEGER, "8192",
                    "how many KiB behind a client's ticks begin to be conflated; at most half the log"),
            SettingDescriptor.of("heartbeat", SettingType.DURATION, "1s", "time between signs of life, 10ms to 1m"),
            SettingDescriptor.of("timeout", SettingType.DURATION, "5s",
                    "how long to wait for an answer, 100ms to 5m; a client is given up after twice that"),
            SettingDescriptor.of("digest", SettingType.DURATION, "1s",
                    "shortest time between two digests, by which clients check their books, 2ms to 1h"));

    /**
     * Reads and checks the settings.
     *
     * @param home where keys are looked for
     * @throws SettingException if one cannot be used
     */
    static ServiceSettings of(Settings settings, Optional<Path> home) {
        Address address = address(settings);
        int logMib = settings.integer("log", 4, 1024);
        if (Integer.bitCount(logMib) != 1) throw new SettingException("log", logMib + " is not a power of two");
        long logBytes = (long) logMib << 20;
        long conflateBytes = Math.min((long) settings.integer("conflate", 1, 1 << 20) << 10, logBytes / 2);
        return new ServiceSettings(address, ServiceKeys.of(settings, address, home),
                settings.integer("sessions", 1, 10_000), (int) Math.min(logBytes, 1 << 30), conflateBytes,
                between(settings, "heartbeat", Duration.ofMillis(10), Duration.ofMinutes(1)),
                between(settings, "timeout", Duration.ofMillis(100), Duration.ofMinutes(5)),
                between(settings, "digest", Duration.ofMillis(2), Duration.ofHours(1)));
    }

    private static Address address(Settings settings) {
        String text = settings.text("bind");
        int port = settings.integer("port", 0, 65_535);
        try {
            return Address.isUnix(text) ? Address.parseUnix(text) : Address.Tcp.of(InetAddress.getByName(text), port);
        } catch (UnknownHostException e) {
            throw new SettingException("bind", "'" + text + "' is not an address of this machine");
        } catch (IllegalArgumentException e) {
            throw new SettingException("bind", "'" + text + "': " + e.getMessage());
        }
    }

    private static Duration between(Settings settings, String key, Duration min, Duration max) {
        Duration value = settings.duration(key);
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new SettingException(key, settings.text(key) + " is not from " + min.toMillis() + "ms to "
                    + max.toMillis() + "ms");
        }
        return value;
    }

    /** The number under which things are exported; 0 for one that the system chooses, or that means nothing. */
    int port() {
        return address instanceof Address.Tcp tcp ? tcp.port() : 0;
    }

    /** Whether anybody who reaches the port can trade, from other machines too. */
    boolean isExposed() {
        return tls.isEmpty() && !address.isLocal();
    }

    /** That clients who dial the address of the service find its certificate to be for others; empty if they do not. */
    Optional<String> foreignKeys() {
        if (tls.isEmpty() || !(address instanceof Address.Tcp tcp)) return Optional.empty();
        try {
            InetAddress host = InetAddress.getByName(tcp.host());
            boolean isFor = host.isAnyLocalAddress() || tls.get().isFor(tcp.host())
                    || tls.get().isFor(host.getHostAddress());
            return isFor ? Optional.empty() : Optional.of("the server's certificate is for " + tls.get().hosts()
                    + ", so clients that dial " + tcp.host() + " refuse it; make another with trunkline keys renew --host"
                    + " " + tcp.host());
        } catch (UnknownHostException e) {
            return Optional.empty(); // which listening finds out as well
        }
    }

    /** After how long without a sign of life a client is given up. */
    Duration patience() {
        return readCap.multipliedBy(2);
    }
}

package io.trunkline.rmi.wire;

import com.google.common.net.HostAndPort;
import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where a service is: a host and a port, or the path of a Unix-domain socket. Its text is what a user writes. */
public sealed interface Address {

    /** What the text of a Unix-domain socket's address starts with. */
    String UNIX_PREFIX = "unix:";

    /**
     * A host and a port.
     *
     * @param host a name or an address without brackets
     * @param port 1 to 65535; 0 only to listen on any free one
     */
    record Tcp(String host, int port) implements Address {

        /** An address of this machine to listen on. */
        public static Tcp of(InetAddress address, int port) {
            return new Tcp(address.getHostAddress(), port);
        }

        @Override
        public String toString() {
            return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * A Unix-domain socket: the fast way on one machine, which the permissions of a file keep to one user.
     *
     * @param path the socket's file, absolute
     */
    record Unix(Path path) implements Address {

        /** Makes the path absolute. */
        public Unix {
            path = path.toAbsolutePath();
        }

        @Override
        public String toString() {
            return UNIX_PREFIX + path;
        }
    }

    /**
     * Whether nobody beyond this machine is at the other end, as far as the address itself says; a host's name other
     * than {@code localhost} is not looked up.
     */
    default boolean isLocal() {
        if (!(this instanceof Tcp tcp)) return true;
        return tcp.host().equalsIgnoreCase("localhost")
                || InetAddresses.isInetAddress(tcp.host()) && InetAddresses.forString(tcp.host()).isLoopbackAddress();
    }

    /** Whether a text is meant as the address of a Unix-domain socket. */
    static boolean isUnix(String text) {
        return text.startsWith(UNIX_PREFIX);
    }

    /**
     * Reads {@code HOST:PORT}, {@code HOST} or {@code unix:PATH}. A relative path starts at the working directory.
     *
     * @throws IllegalArgumentException if the text is none of them; the message says why
     */
    static Address parse(String text, int defaultPort) {
        if (isUnix(text)) return parseUnix(text);
        HostAndPort server = HostAndPort.fromString(text).withDefaultPort(defaultPort);
        if (server.getPort() > 0 && !server.getHost().isBlank()) return new Tcp(server.getHost(), server.getPort());
        throw new IllegalArgumentException("it has no host or no port to connect to, such as 127.0.0.1:" + defaultPort);
    }

    /**
     * Reads {@code unix:PATH}.
     *
     * @throws IllegalArgumentException if no path follows
     */
    static Unix parseUnix(String text) {
        String path = text.substring(UNIX_PREFIX.length()).strip();
        if (path.isEmpty()) throw new IllegalArgumentException("no path follows, such as unix:/tmp/trunkline.sock");
        try {
            return new Unix(Path.of(path));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("it is no path: " + e.getReason(), e);
        }
    }
}

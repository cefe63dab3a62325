package io.trunkline.rmi.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is at the other end of a connection that was accepted. */
final class Peers {

    private static final Logger LOG = LoggerFactory.getLogger(Peers.class);
    private static final String UNIX = "unix";

    private Peers() {}

    /** What all connections from one place have in common: the address of a host; null if the connection is gone. */
    static String originOf(Socket socket) {
        if (isUnix(socket)) return UNIX;
        InetAddress address = socket.getInetAddress();
        return address == null ? null : address.getHostAddress();
    }

    /** The peer as people call it: the address of a host, or the user of a process on this machine if that is known. */
    static String nameOf(Socket socket) {
        return isUnix(socket) ? UNIX + userOf((ChannelSocket) socket) : originOf(socket);
    }

    private static boolean isUnix(Socket socket) {
        return socket instanceof ChannelSocket channel && channel.isUnix();
    }

    private static String userOf(ChannelSocket socket) {
        try {
            return " (" + socket.channel().getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName() + ")";
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("the user at the other end is not known", e);
            return "";
        }
    }
}

package io.trunkline.rmi.pair;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/** Under which address others dial this machine. */
final class OwnAddresses {

    private static final String UNKNOWN = "THIS-MACHINE";

    private OwnAddresses() {}

    /** What to dial for those who listen at an address, for a person who types it. */
    static String toDial(InetAddress bound) {
        if (!bound.isAnyLocalAddress()) return text(bound);
        try {
            List<String> found = NetworkInterface.networkInterfaces().filter(OwnAddresses::isOfUse)
                    .flatMap(NetworkInterface::inetAddresses).filter(Inet4Address.class::isInstance)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .map(OwnAddresses::text).toList();
            return found.size() == 1 ? found.get(0) : UNKNOWN;
        } catch (SocketException e) {
            return UNKNOWN; // the person knows it
        }
    }

    private static boolean isOfUse(NetworkInterface card) {
        try {
            return card.isUp() && !card.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }

    private static String text(InetAddress address) {
        return address instanceof Inet4Address ? address.getHostAddress() : "[" + address.getHostAddress() + "]";
    }
}

package io.trunkline.rmi.keys;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name or address under which clients dial a server.
 *
 * @param text a host name in lower case, or an address in its shortest form
 */
record Host(String text) {

    private static final int MAX_LENGTH = 253;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** Reads a name or an address; nothing is looked up. Throws IllegalArgumentException that names the remedy. */
    static Host parse(String text) {
        if (text.indexOf('*') >= 0) {
            throw new IllegalArgumentException("'" + text + "' has a wildcard; name each host of the server");
        }
        if (!text.contains("%") && InetAddresses.isInetAddress(text)) {
            InetAddress address = InetAddresses.forString(text);
            if (!address.isAnyLocalAddress()) return new Host(InetAddresses.toAddrString(address));
            throw new IllegalArgumentException("'" + text + "' is no address that a client can dial; name that of a "
                    + "network card");
        }
        String name = text.toLowerCase(Locale.ROOT);
        if (isName(name)) return new Host(name);
        throw new IllegalArgumentException("'" + text + "' is neither a host name nor an address such as 10.0.0.5 or "
                + "fd00::5; separate several with commas");
    }

    private static boolean isName(String name) {
        if (name.length() > MAX_LENGTH) return false;
        String[] labels = name.split("\\.", -1);
        return Arrays.stream(labels).allMatch(label -> LABEL.matcher(label).matches())
                && !NUMBER.matcher(labels[labels.length - 1]).matches(); // so that 10.0.0.256 is no name
    }

    /** As an alternative name of a certificate. */
    byte[] encoded() {
        if (InetAddresses.isInetAddress(text)) {
            return Der.element(0x87, InetAddresses.forString(text).getAddress());
        }
        return Der.element(0x82, text.getBytes(StandardCharsets.US_ASCII));
    }
}

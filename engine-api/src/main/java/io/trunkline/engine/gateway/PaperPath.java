package io.trunkline.engine.gateway;

/** How the gateways are called at which clients trade on paper. */
public final class PaperPath {

    private static final String PREFIX = "PAPER-";
    private static final int LONGEST = 64 - PREFIX.length();
    private static final int KEPT = 40; // of a name that does not fit as it is

    private PaperPath() {}

    /** The gateway of a client: {@code PAPER-alice}; with a number where it has characters that do not fit. */
    public static String gatewayOf(String client) {
        StringBuilder plain = new StringBuilder();
        for (char c : client.toCharArray()) plain.append(Character.isLetterOrDigit(c) || c == '-' ? c : '_');
        if (plain.toString().equals(client) && client.length() <= LONGEST) return PREFIX + client;
        plain.setLength(Math.min(plain.length(), KEPT));
        return PREFIX + plain + "-" + Integer.toHexString(client.hashCode());
    }

    /** Whether a path ends at such a gateway. */
    public static boolean isOne(String path) {
        return path.startsWith(PREFIX, path.lastIndexOf('.') + 1);
    }
}

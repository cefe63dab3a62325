package io.trunkline.engine.paper;

/** Makes names of gateways from those of clients, which may have any characters. */
final class PaperNames {

    private static final String PREFIX = "PAPER-";
    private static final int LONGEST = 64 - PREFIX.length();
    private static final int KEPT = 40; // of a name that does not fit as it is

    private PaperNames() {}

    /** The gateway of a client: {@code PAPER-alice}; with a number where the client's name does not fit. */
    static String gatewayOf(String client) {
        StringBuilder plain = new StringBuilder();
        for (char c : client.toCharArray()) plain.append(Character.isLetterOrDigit(c) || c == '-' ? c : '_');
        if (plain.toString().equals(client) && client.length() <= LONGEST) return PREFIX + client;
        plain.setLength(Math.min(plain.length(), KEPT));
        return PREFIX + plain + "-" + Integer.toHexString(client.hashCode());
    }
}

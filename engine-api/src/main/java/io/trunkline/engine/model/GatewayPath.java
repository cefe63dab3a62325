package io.trunkline.engine.model;

/**
 * The rules for gateway names and paths. A gateway's name has no dot. A path leads through gateways that stand for
 * other engines: {@code RPC.CTP} is the gateway CTP of the engine that the local gateway RPC is connected to.
 */
public final class GatewayPath {

    private GatewayPath() {}

    /** The local gateway of a path or id: what stands before the first dot, or all of it. */
    public static String first(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    /** What follows the local gateway of a path; empty if nothing does. */
    public static String rest(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? "" : path.substring(dot + 1);
    }

    /** The path {@code inner} as seen through {@code gateway}; just {@code gateway} if {@code inner} is empty. */
    public static String join(String gateway, String inner) {
        return inner.isEmpty() ? gateway : gateway + "." + inner;
    }

    /** Whether {@code path} is {@code root} or leads through it. */
    public static boolean isUnder(String path, String root) {
        return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '.');
    }

    /**
     * Returns the name if it can be a gateway's or an app's.
     *
     * @throws IllegalArgumentException if it is not made of letters, digits, {@code _} and {@code -}
     */
    public static String checkName(String name) {
        boolean good = !name.isEmpty() && name.length() <= 64
                && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
        if (!good) {
            throw new IllegalArgumentException(
                    "not a name: '" + name + "' (letters, digits, _ and -, at most 64, no dot)");
        }
        return name;
    }
}

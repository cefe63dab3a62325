package io.trunkline.engine.model;

import java.util.Objects;

/** The checks that the values of this package share. Each returns its argument or throws IllegalArgumentException. */
final class Check {

    private static final int MAX_LABEL = 128;

    private Check() {}

    static double finite(double value, String name) {
        if (!Double.isFinite(value)) throw new IllegalArgumentException(name + " is not a number: " + value);
        return value;
    }

    static double positive(double value, String name) {
        if (finite(value, name) <= 0) throw new IllegalArgumentException(name + " must be above zero: " + value);
        return value;
    }

    static double notNegative(double value, String name) {
        if (finite(value, name) < 0) throw new IllegalArgumentException(name + " must not be negative: " + value);
        return value;
    }

    /** A text that a client chooses and that others will see: bounded and without control characters. */
    static String label(String value, String name) {
        Objects.requireNonNull(value, name);
        if (value.length() > MAX_LABEL) {
            throw new IllegalArgumentException(name + " has more than " + MAX_LABEL + " characters: " + value.length());
        }
        return plain(value, name);
    }

    /** A text without control characters. */
    static String plain(String value, String name) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw new IllegalArgumentException(name + " has control characters");
            }
        }
        return value;
    }

    /** The path of a gateway, which an id can start with. */
    static String path(String value, String name) {
        Objects.requireNonNull(value, name);
        if (value.isEmpty() || value.startsWith(".") || value.endsWith(".")) {
            throw new IllegalArgumentException(name + " is not a path: '" + value + "' (such as SIM or RPC.CTP)");
        }
        return value;
    }

    /** That an id lies under its gateway's path. */
    static void idUnder(Id id, String gateway, String name) {
        Objects.requireNonNull(id, name);
        path(gateway, "gateway");
        if (id.value().equals(gateway) || !GatewayPath.isUnder(id.value(), gateway)) {
            throw new IllegalArgumentException(name + " " + id + " is not of gateway " + gateway);
        }
    }
}

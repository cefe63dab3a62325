package io.trunkline.engine.desk;

import io.trunkline.engine.Origin;
import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers and names for people. */
final class Texts {

    /** The name under which the users of the engine's own process are kept. */
    static final String LOCAL = "local";
    /** The key of all clients together, which no client has. */
    static final String EVERYBODY = "";

    private static final MathContext SHOWN = new MathContext(12);

    private Texts() {}

    static String number(double value) {
        if (!Double.isFinite(value)) return Double.toString(value);
        if (value == 0) return "0";
        return new BigDecimal(value).round(SHOWN).stripTrailingZeros().toPlainString();
    }

    /** A client, or all of them, in a message. */
    static String shown(String client) {
        return client.equals(EVERYBODY) ? "all clients together" : client;
    }

    /** The client that an origin stands for. */
    static String client(Origin origin) {
        return client(origin.name());
    }

    /** The client that owns an order. */
    static String client(String owner) {
        return owner.isEmpty() ? LOCAL : owner;
    }
}

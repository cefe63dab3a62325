package io.trunkline.engine.desk;

import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.InstrumentId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** For whom or what a trading state holds. */
enum Scope {
    ALL, CLIENT, CONTRACT, GATEWAY;

    private static final int LONGEST = 128;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(Scope::text).toList();
    }

    /**
     * The scope of a text.
     *
     * @throws IllegalArgumentException if there is none; the message lists those that there are
     */
    static Scope parse(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text().equals(text)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("'" + text + "' is not one of " + String.join(", ", texts())));
    }

    /** What a state of this scope and name is of, for people. */
    String of(String name) {
        return this == ALL ? "everything" : text() + " " + name;
    }

    /**
     * Returns the name if there can be such a client, contract or gateway path.
     *
     * @throws IllegalArgumentException if not; the message says what one looks like
     */
    String checked(String name) {
        if (this == ALL) {
            if (!name.isEmpty()) throw new IllegalArgumentException("all has no name, and this is '" + name + "'");
            return name;
        }
        if (name.isBlank() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a " + text() + " needs a name, such as " + example()
                    + ", of at most " + LONGEST + " characters");
        }
        if (this == CONTRACT) return InstrumentId.parse(name).toString();
        if (this == GATEWAY && (name.startsWith(".") || name.endsWith("."))) {
            throw new IllegalArgumentException("'" + name + "' is no path of a gateway; write " + example());
        }
        return name;
    }

    private String example() {
        return switch (this) {
            case ALL -> "";
            case CLIENT -> "alice";
            case CONTRACT -> "AP010.CZCE";
            case GATEWAY -> "SIM or RPC.CTP";
        };
    }

    /** Whether a state of this scope and name holds for an order. */
    boolean holdsFor(String name, String client, String gateway, InstrumentId instrument) {
        return switch (this) {
            case ALL -> true;
            case CLIENT -> name.equals(client);
            case CONTRACT -> name.equals(instrument.toString());
            case GATEWAY -> GatewayPath.isUnder(gateway, name);
        };
    }
}

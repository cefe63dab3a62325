package io.trunkline.rmi.access;

import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the file of clients says of one of them. For one thread. */
final class ClientLines {

    private static final List<String> KEYS =
            List.of("role", "token", "gateways", "instruments", "trades", "orders", "logs", "rate",
                    "cancel-after");
    private static final List<SettingDescriptor> CANCEL_AFTER =
            List.of(SettingDescriptor.of("cancel-after", SettingType.DURATION, "", ""));
    private static final int HIGHEST_RATE = 1_000_000;

    private final String name;
    private final Map<String, String> values = new HashMap<>();

    ClientLines(String name) {
        this.name = name;
    }

    /** Takes a line. */
    void put(String key, String value) {
        if (!KEYS.contains(key)) {
            throw new IllegalArgumentException("'" + key + "' is no key of a client; there are "
                    + String.join(", ", KEYS));
        }
        check(key, value);
        if (values.putIfAbsent(key, value) != null) {
            throw new IllegalArgumentException(name + "." + key + " is there twice");
        }
    }

    private void check(String key, String value) {
        switch (key) {
            case "role" -> role(value);
            case "token" -> TokenHash.parse(value);
            case "orders" -> isDesk(value);
            case "logs" -> isTrue(value);
            case "rate" -> rate(value);
            case "cancel-after" -> cancelAfter(value);
            default -> {
                if (Names.split(value).isEmpty()) {
                    throw new IllegalArgumentException("nothing is named; leave " + name + "." + key
                            + " out if it is to be everything");
                }
            }
        }
    }

    /** The client that the lines describe. */
    Client client() {
        Role role = role(values.getOrDefault("role", "viewer"));
        boolean isOwn = values.containsKey("orders") && !isDesk(values.get("orders"));
        InstrumentPatterns seen = InstrumentPatterns.parse(values.getOrDefault("instruments", ""));
        Paths gateways = Paths.parse(values.getOrDefault("gateways", ""));
        boolean isLimited = isOwn || !seen.equals(InstrumentPatterns.ALL) || !gateways.equals(Paths.ALL);
        boolean logs = values.containsKey("logs") ? isTrue(values.get("logs")) : !isLimited;
        View view = new View(gateways, seen, isOwn ? name : "", logs);
        InstrumentPatterns trades = InstrumentPatterns.parse(values.getOrDefault("trades", ""));
        Rights rights = new Rights(role, view, trades,
                Optional.ofNullable(values.get("cancel-after")).map(ClientLines::cancelAfter),
                rate(values.getOrDefault("rate", "0")));
        return new Client(name, rights, Optional.ofNullable(values.get("token")).map(TokenHash::parse));
    }

    private static Role role(String text) {
        return Arrays.stream(Role.values()).filter(role -> role.toString().equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no role; there are "
                        + String.join(", ", Arrays.stream(Role.values()).map(Role::toString).toList())));
    }

    private static boolean isDesk(String text) {
        return switch (text) {
            case "desk" -> true;
            case "own" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither own nor desk");
        };
    }

    private static boolean isTrue(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        };
    }

    private static Duration cancelAfter(String text) {
        Settings settings = Settings.parse(CANCEL_AFTER, Map.of("cancel-after", text));
        return settings.duration("cancel-after");
    }

    private static int rate(String text) {
        try {
            int rate = Integer.parseInt(text);
            if (rate >= 0 && rate <= HIGHEST_RATE) return rate;
        } catch (NumberFormatException e) {
            // the message below fits
        }
        throw new IllegalArgumentException("'" + text + "' is no number of requests a second from 0 to "
                + HIGHEST_RATE);
    }
}

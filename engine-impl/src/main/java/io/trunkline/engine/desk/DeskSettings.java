package io.trunkline.engine.desk;

import io.trunkline.engine.DayRoll;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the desk is set up. Immutable.
 *
 * @param each the limits of a client that has no others
 * @param all the limits of all clients together
 * @param clients the limits of single clients
 * @param interval the time that the rate is of
 * @param checksContracts whether orders must fit their contracts
 */
record DeskSettings(
        Limits each, Limits all, Map<String, Limits> clients, Duration interval, boolean checksContracts,
        DayRoll roll) {

    static final List<SettingDescriptor> DESCRIPTORS = descriptors();

    private static final String SHARED = "all.";
    private static final String INTERVAL = "interval";
    private static final String CONTRACTS = "contracts";
    private static final String CLIENTS = "clients";
    private static final String ROLL = "day.roll";

    private static List<SettingDescriptor> descriptors() {
        List<SettingDescriptor> all = new ArrayList<>();
        for (Limit limit : Limit.values()) all.add(limit.setting(limit.key(), "of each client"));
        for (Limit limit : Limit.values()) {
            if (limit.isShared()) all.add(limit.setting(SHARED + limit.key(), "of all clients together"));
        }
        all.add(SettingDescriptor.of(INTERVAL, SettingType.DURATION, "1s", "The interval of rate and all.rate"));
        all.add(SettingDescriptor.of(CONTRACTS, SettingType.FLAG, "true",
                "Whether an order must fit its contract: known, not expired, volume and price in whole steps"));
        all.add(SettingDescriptor.of(CLIENTS, SettingType.TEXT, "",
                "A file with limits of single clients in lines such as alice.orderVolume=10; " + Texts.LOCAL
                        + " is this process itself"));
        all.add(SettingDescriptor.of(ROLL, SettingType.TEXT, DayRoll.DEFAULT.toString(),
                "When the trading day ends and counts begin anew: a time and a time zone"));
        return List.copyOf(all);
    }

    /** Reads the settings, and the file that they name. Throws SettingException for what cannot be used. */
    static DeskSettings of(Settings settings) {
        Limits each = Limits.none();
        Limits all = Limits.none();
        for (Limit limit : Limit.values()) {
            each = each.with(limit, limit.read(settings, limit.key()), DeskProvider.TYPE + "." + limit.key());
            if (!limit.isShared()) continue;
            String key = SHARED + limit.key();
            all = all.withShared(limit, limit.read(settings, key), DeskProvider.TYPE + "." + key);
        }
        Duration interval = settings.duration(INTERVAL);
        if (interval.isZero()) throw new SettingException(INTERVAL, "0 is no interval; write 1s or so");
        Map<String, Limits> clients = settings.has(CLIENTS)
                ? ClientLimits.read(Path.of(settings.text(CLIENTS).strip()), each) : Map.of();
        return new DeskSettings(each, all, clients, interval, settings.flag(CONTRACTS), roll(settings.text(ROLL)));
    }

    private static DayRoll roll(String text) {
        try {
            return DayRoll.parse(text);
        } catch (IllegalArgumentException e) {
            throw new SettingException(ROLL, e.getMessage());
        }
    }

    /** The limits of a client. */
    Limits of(String client) {
        return clients.getOrDefault(client, each);
    }
}

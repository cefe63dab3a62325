package io.trunkline.engine.desk;

import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What is limited. A limit is a number, a time span is one of seconds, and 0 means that there is none. */
enum Limit {
    ORDER_VOLUME("orderVolume", "order-volume", SettingType.DECIMAL, "Most lots of one order", false),
    ORDER_VALUE("orderValue", "order-value", SettingType.DECIMAL,
            "Most that one order may be worth, price x lots x contract size; a market order counts at the last price",
            false),
    ACTIVE_ORDERS("activeOrders", "active-orders", SettingType.INTEGER, "Most orders that can trade at a time", true),
    DAY_ORDERS("dayOrders", "day-orders", SettingType.INTEGER, "Most orders a day", true),
    DAY_CANCELS("dayCancels", "day-cancels", SettingType.INTEGER, "Most cancels a day", true),
    CONTRACT_ORDERS("contractOrders", "contract-orders", SettingType.INTEGER, "Most orders a day in one contract",
            true),
    CONTRACT_CANCELS("contractCancels", "contract-cancels", SettingType.INTEGER,
            "Most cancels a day in one contract", true),
    RATE("rate", "rate", SettingType.INTEGER, "Most orders within the interval", true),
    DUPLICATES("duplicates", "duplicate", SettingType.DURATION,
            "How soon an order may come again with the same contract, direction, offset, price and volume", false),
    COLLAR("collar", "price-collar", SettingType.DECIMAL,
            "How far from the last price an order's price may be, in percent of it; without a last price any may",
            false);

    private final String key;
    private final String rule;
    private final SettingType type;
    private final String help;
    private final boolean isShared;

    Limit(String key, String rule, SettingType type, String help, boolean isShared) {
        this.key = key;
        this.rule = rule;
        this.type = type;
        this.help = help;
        this.isShared = isShared;
    }

    /** The setting that sets it for each client. */
    String key() {
        return key;
    }

    /** The rule that refuses what is beyond it. */
    String rule() {
        return rule;
    }

    /** Whether there is one for all clients together as well. */
    boolean isShared() {
        return isShared;
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Limit::key).toList();
    }

    /** The setting that sets it, under this key, for these. */
    SettingDescriptor setting(String name, String whose) {
        return SettingDescriptor.of(name, type, type == SettingType.DURATION ? "0s" : "0",
                help + ", " + whose + "; 0 for no limit");
    }

    /** Reads it from a setting; none if that has no value. */
    double read(Settings settings, String name) {
        if (!settings.has(name)) return 0;
        double value = switch (type) {
            case INTEGER -> settings.integer(name);
            case DURATION -> settings.duration(name).toNanos() / 1e9;
            default -> settings.decimal(name);
        };
        if (value < 0) throw new SettingException(name, settings.text(name) + " is below 0; 0 means no limit");
        return value;
    }

    /** Reads it from a text. */
    double read(String text) {
        return read(Settings.parse(List.of(setting(key, "")), Map.of(key, text)), key);
    }
}

package io.trunkline.engine.sim;

import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the user asked for, checked as far as it can be without opening a file.
 *
 * @param ticks the tick files, in order of preference among rows of the same time
 * @param bars the bar files
 * @param contracts the user's lists of contracts
 * @param speed how much faster than recorded; {@link Double#POSITIVE_INFINITY} for as fast as consumers allow
 * @param gap how long a break between rows may last at most, in recorded time
 * @param loop whether to begin again at the end
 * @param startsOnSubscribe whether the replay waits for the first subscription
 * @param account the account's id
 * @param balance the money at the start
 * @param deposit the part of its value that an active opening order binds
 */
record SimSettings(
        List<DataFile> ticks, List<BarSource> bars, List<DataFile> contracts, double speed, Duration gap, boolean loop,
        boolean startsOnSubscribe, String account, double balance, double deposit) {

    static final List<SettingDescriptor> DESCRIPTORS = List.of(
            SettingDescriptor.of("ticks", SettingType.FILES, "",
                    "Files of recorded ticks (CTP depth records as CSV, plain or gzipped), replayed together in order "
                            + "of time; empty for the session that is shipped"),
            SettingDescriptor.of("bars", SettingType.FILES, "",
                    "Files of recorded bars, each as ru1901.SHFE=FILE; empty for those that are shipped"),
            SettingDescriptor.of("contracts", SettingType.FILES, "",
                    "Lists of the contracts in the tick and bar files, CSV with the columns "
                            + "symbol,exchange,size,pricetick and if wanted name,product,min_volume,max_volume,"
                            + "stop_supported,net_position"),
            SettingDescriptor.of("speed", SettingType.TEXT, "1",
                    "How many times faster than recorded, such as 60 or 0.5; max is as fast as consumers allow"),
            SettingDescriptor.of("gap", SettingType.DURATION, "5s",
                    "The longest break between two ticks, in recorded time; longer ones, such as the exchange's "
                            + "rests, are shortened to it"),
            SettingDescriptor.of("loop", SettingType.FLAG, "false",
                    "Whether to begin again at the end, as many whole days later as keep time from going back"),
            SettingDescriptor.choice("start", List.of("connect", "subscribe"),
                    "When the replay begins: once connected, or at the first subscription"),
            SettingDescriptor.of("account", SettingType.TEXT, "SIM", "The id of the account"),
            SettingDescriptor.of("balance", SettingType.DECIMAL, "1000000",
                    "The account's money at the start; there is no margin and no commission"),
            SettingDescriptor.of("deposit", SettingType.DECIMAL, "1",
                    "Percent of its value that an active order binds while it waits to open, from 0 to 100"));

    static final List<String> SHIPPED_TICKS = List.of("ctp-AP010-20200810.csv.gz", "ctp-AP101-20200810.csv.gz");
    static final List<String> SHIPPED_BARS = List.of("shfe-ru1901-min1-201812.csv.gz", "shfe-ru1901-day.csv");
    private static final InstrumentId SHIPPED_BARS_OF = InstrumentId.parse("ru1901.SHFE");
    private static final double MAX_SPEED = 1_000_000;

    static SimSettings of(Settings settings) {
        List<DataFile> ticks = files(settings, "ticks");
        List<BarSource> bars = settings.files("bars").stream().map(SimSettings::barSource).toList();
        String account = settings.text("account").strip();
        if (account.isEmpty() || account.chars().anyMatch(Character::isISOControl)) {
            throw new SettingException("account", "'" + account + "' is not an id; use letters and digits");
        }
        double deposit = settings.decimal("deposit");
        if (deposit < 0 || deposit > 100) {
            throw new SettingException("deposit", deposit + " is not from 0 to 100 percent");
        }
        return new SimSettings(
                ticks.isEmpty() ? SHIPPED_TICKS.stream().map(DataFile::shipped).toList() : ticks,
                bars.isEmpty() ? shippedBars() : bars,
                files(settings, "contracts"), speed(settings.text("speed")), settings.duration("gap"),
                settings.flag("loop"), settings.text("start").equals("subscribe"), account,
                settings.decimal("balance"), deposit / 100);
    }

    /** The number of a speed as text. */
    static double speed(String text) {
        String plain = text.strip();
        if (plain.equalsIgnoreCase("max")) return Double.POSITIVE_INFINITY;
        try {
            double speed = Double.parseDouble(plain.startsWith("x") ? plain.substring(1) : plain);
            if (speed > 0 && speed <= MAX_SPEED) return speed;
        } catch (NumberFormatException e) {
            throw new SettingException("speed", "'" + plain + "' is not a number above 0, such as 60, nor max");
        }
        throw new SettingException("speed", plain + " is not above 0 and at most 1000000; for no limit write max");
    }

    private static List<DataFile> files(Settings settings, String key) {
        return settings.files(key).stream().map(name -> DataFile.of(path(key, name))).toList();
    }

    private static BarSource barSource(String text) {
        int sign = text.indexOf('=');
        if (sign <= 0 || sign == text.length() - 1) {
            throw new SettingException("bars", "'" + text
                    + "' does not say whose bars they are; write ru1901.SHFE=FILE");
        }
        try {
            InstrumentId instrument = InstrumentId.parse(text.substring(0, sign).strip());
            return new BarSource(instrument, DataFile.of(path("bars", text.substring(sign + 1).strip())));
        } catch (SettingException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new SettingException("bars", e.getMessage());
        }
    }

    private static Path path(String key, String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new SettingException(key, "'" + name + "' is not a file name");
        }
    }

    private static List<BarSource> shippedBars() {
        return SHIPPED_BARS.stream().map(name -> new BarSource(SHIPPED_BARS_OF, DataFile.shipped(name))).toList();
    }
}

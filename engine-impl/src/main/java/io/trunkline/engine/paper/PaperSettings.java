package io.trunkline.engine.paper;

import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How paper trading is set up. Immutable.
 *
 * @param balance the money with which each account starts
 */
record PaperSettings(PaperClients clients, double balance) {

    private static final String CLIENTS = "clients";
    private static final String BALANCE = "balance";
    private static final String EVERYBODY = "*";

    static final List<SettingDescriptor> DESCRIPTORS = List.of(
            SettingDescriptor.of(CLIENTS, SettingType.TEXT, "",
                    "The clients that trade on paper, separated by commas; * for everybody but this process"),
            SettingDescriptor.of(BALANCE, SettingType.DECIMAL, "1000000",
                    "The money with which each client's account starts"));

    /** Throws SettingException for what cannot be used. */
    static PaperSettings of(Settings settings) {
        Set<String> names = new LinkedHashSet<>();
        Arrays.stream(settings.text(CLIENTS).split(",")).map(String::strip).filter(name -> !name.isEmpty())
                .forEach(names::add);
        if (names.isEmpty()) {
            throw new SettingException(CLIENTS, "'" + settings.text(CLIENTS) + "' names nobody, so that all orders "
                    + "would be real; write clients such as alice,bob or * for everybody but this process");
        }
        if (names.contains(EVERYBODY) && names.size() > 1) {
            throw new SettingException(CLIENTS, "'" + settings.text(CLIENTS) + "' names everybody and somebody; "
                    + "write either * or the clients");
        }
        double balance = settings.decimal(BALANCE);
        if (!(balance > 0)) throw new SettingException(BALANCE, balance + " is not above 0; write 1000000 or so");
        return new PaperSettings(new PaperClients(names.contains(EVERYBODY) ? Set.of() : names), balance);
    }
}

package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.Books;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Rounding;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How many decimals the prices of each contract have. For one thread. */
final class PriceDigits {

    private final Books books;
    private final Map<TickKey, Integer> known = new HashMap<>();

    PriceDigits(Books books) {
        this.books = books;
    }

    /** The decimals of a contract's price tick; 0 if nobody listed it yet. */
    int of(String gateway, InstrumentId instrument) {
        TickKey key = new TickKey(gateway, instrument);
        Integer digits = known.get(key);
        if (digits != null) return digits;
        Optional<Contract> contract = books.contract(gateway, instrument).or(() -> books.contract(instrument));
        contract.ifPresent(found -> known.put(key, Rounding.digits(found.priceTick())));
        return known.getOrDefault(key, 0);
    }
}

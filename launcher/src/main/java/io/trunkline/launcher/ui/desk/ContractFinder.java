package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.InstrumentId;
import java.util.List;
import java.util.Optional;

/** Finds the contract that somebody means who types a symbol. */
final class ContractFinder {

    private ContractFinder() {}

    /**
     * The listed instrument whose symbol, or symbol and exchange, were typed in whatever case; of several, one of the
     * chosen exchange. Empty if there is none.
     */
    static Optional<InstrumentId> find(String typed, Exchange chosen, List<Contract> contracts) {
        List<InstrumentId> meant = contracts.stream().map(Contract::instrument)
                .filter(known -> known.symbol().equalsIgnoreCase(typed) || known.toString().equalsIgnoreCase(typed))
                .distinct().toList();
        return meant.stream().filter(known -> known.exchange() == chosen).findFirst()
                .or(() -> meant.stream().findFirst());
    }

    /** What is meant even if nobody listed it: the typed symbol, at the chosen exchange if it names none. */
    static InstrumentId literal(String typed, Exchange chosen) {
        try {
            return InstrumentId.parse(typed);
        } catch (IllegalArgumentException e) {
            return new InstrumentId(typed, chosen);
        }
    }
}

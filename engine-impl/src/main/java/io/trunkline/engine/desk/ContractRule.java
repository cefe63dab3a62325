package io.trunkline.engine.desk;

import io.trunkline.engine.Books;
import io.trunkline.engine.DayRoll;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.OptionTerms;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.Refusal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what does not fit its contract. A contract that is not known is refused only where its gateway lists
 * contracts at all. Of securities only the largest volume is checked, for odd lots of them may be sold.
 */
final class ContractRule implements Rule {

    private static final String RULE = "contract";
    private static final Set<Product> SECURITIES =
            EnumSet.of(Product.EQUITY, Product.ETF, Product.BOND, Product.WARRANT, Product.FUND);
    private static final double TOLERANCE = 1e-6; // of a step
    private static final double EXACTNESS = 4e-16; // of a double, times the number of steps

    private final Books books;
    private final DayRoll roll;

    ContractRule(Books books, DayRoll roll) {
        this.books = books;
        this.roll = roll;
    }

    @Override
    public Optional<Refusal> check(Asked asked) {
        Contract contract = books.contract(asked.gateway(), asked.instrument()).orElse(null);
        if (contract == null) return unknown(asked);
        if (isExpired(contract, asked)) {
            return refused("option " + asked.instrument() + " expired on " + roll.date(contract.option().expiry())
                    + ", and it is " + roll.day(asked.now()));
        }
        return asked.legs().stream().flatMap(leg -> misfit(leg, contract).stream()).findFirst();
    }

    private Optional<Refusal> unknown(Asked asked) {
        boolean listsAny = books.contracts().stream().anyMatch(each -> each.gateway().equals(asked.gateway()));
        return listsAny ? refused("gateway " + asked.gateway() + " does not list " + asked.instrument())
                : Optional.empty();
    }

    private boolean isExpired(Contract contract, Asked asked) {
        OptionTerms option = contract.option();
        if (option == null || option.expiry() == null) return false;
        LocalDate last = roll.date(option.expiry());
        return roll.day(asked.now()).isAfter(last);
    }

    private static Optional<Refusal> misfit(Leg leg, Contract contract) {
        double volume = leg.volume();
        if (contract.maxVolume() > 0 && volume > contract.maxVolume()) {
            return refused(lots(volume) + " are above the largest order of " + leg.instrument() + ", "
                    + lots(contract.maxVolume()));
        }
        double least = contract.minVolume();
        if (least > 0 && !SECURITIES.contains(contract.product())) {
            if (volume < least) {
                return refused(lots(volume) + " are below the smallest order of " + leg.instrument() + ", "
                        + lots(least));
            }
            if (!isWhole(volume / least)) {
                return refused(lots(volume) + " are not a whole multiple of " + lots(least) + ", the step of "
                        + leg.instrument());
            }
        }
        if (leg.isMarket() || isWhole(leg.price() / contract.priceTick())) return Optional.empty();
        return refused("price " + Texts.number(leg.price()) + " is not a multiple of "
                + Texts.number(contract.priceTick()) + ", the price tick of " + leg.instrument());
    }

    private static boolean isWhole(double steps) {
        return Math.abs(steps - Math.rint(steps)) <= Math.max(TOLERANCE, Math.abs(steps) * EXACTNESS);
    }

    private static String lots(double volume) {
        return Texts.number(volume) + " lots";
    }

    private static Optional<Refusal> refused(String message) {
        return Optional.of(new Refusal(RULE, message + " (Desk.contracts)"));
    }
}

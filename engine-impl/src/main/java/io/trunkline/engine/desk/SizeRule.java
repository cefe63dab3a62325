package io.trunkline.engine.desk;

import io.trunkline.engine.Books;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Refusal;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Refuses orders of too many lots or worth too much. A market order is worth what it comes to at the last price;
 * without one it passes. A contract that is not known counts as one of size 1.
 */
final class SizeRule implements Rule {

    private final Books books;

    SizeRule(Books books) {
        this.books = books;
    }

    @Override
    public Optional<Refusal> check(Asked asked) {
        for (Leg leg : asked.legs()) {
            Optional<Refusal> no = volume(leg, asked).or(() -> value(leg, asked));
            if (no.isPresent()) return no;
        }
        return Optional.empty();
    }

    private static Optional<Refusal> volume(Leg leg, Asked asked) {
        return asked.limits().of(Limit.ORDER_VOLUME).filter(bound -> leg.volume() > bound.value())
                .map(bound -> bound.refusal(Texts.number(leg.volume()) + " lots are more than the " + bound.text()
                        + " that one order of " + asked.client() + " may have"));
    }

    private Optional<Refusal> value(Leg leg, Asked asked) {
        Limits.Bound bound = asked.limits().of(Limit.ORDER_VALUE).orElse(null);
        if (bound == null) return Optional.empty();
        OptionalDouble price = leg.isMarket() ? LastPrice.of(books, leg) : OptionalDouble.of(leg.price());
        if (price.isEmpty()) return Optional.empty();
        double size = books.contract(leg.gateway(), leg.instrument()).map(Contract::size).orElse(1.0);
        double value = Math.abs(price.getAsDouble()) * leg.volume() * size;
        if (value <= bound.value()) return Optional.empty();
        return Optional.of(bound.refusal(Texts.number(value) + " (" + Texts.number(price.getAsDouble()) + " x "
                + Texts.number(leg.volume()) + " lots x " + Texts.number(size) + ") is more than the " + bound.text()
                + " that one order of " + asked.client() + " may be worth"));
    }
}

package io.trunkline.engine.desk;

import io.trunkline.engine.Books;
import io.trunkline.engine.model.Refusal;
import java.util.Optional;
import java.util.OptionalDouble;

/** Refuses prices too far from the last one. Market orders pass, and everything while there is no last price. */
final class CollarRule implements Rule {

    private static final double DUST = 1e-9;

    private final Books books;

    CollarRule(Books books) {
        this.books = books;
    }

    @Override
    public Optional<Refusal> check(Asked asked) {
        Limits.Bound bound = asked.limits().of(Limit.COLLAR).orElse(null);
        if (bound == null) return Optional.empty();
        return asked.legs().stream().filter(leg -> !leg.isMarket())
                .flatMap(leg -> beyond(leg, asked, bound).stream()).findFirst();
    }

    private Optional<Refusal> beyond(Leg leg, Asked asked, Limits.Bound bound) {
        OptionalDouble last = LastPrice.of(books, leg);
        if (last.isEmpty()) return Optional.empty();
        double away = 100 * Math.abs(leg.price() - last.getAsDouble()) / Math.abs(last.getAsDouble());
        if (away <= bound.value() + DUST) return Optional.empty();
        return Optional.of(bound.refusal("price " + Texts.number(leg.price()) + " is "
                + Texts.number(Math.rint(away * 1e4) / 1e4) + " % away from the last price "
                + Texts.number(last.getAsDouble()) + ", which is more than the " + bound.text() + " % that "
                + asked.client() + " may be"));
    }
}

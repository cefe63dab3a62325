package io.trunkline.engine.desk;

import io.trunkline.engine.Books;
import io.trunkline.engine.model.Tick;
import java.util.OptionalDouble;

/** The last price of what an order is about: at its gateway, or where there is none, at any. */
final class LastPrice {

    private LastPrice() {}

    static OptionalDouble of(Books books, Leg leg) {
        Tick tick = books.tick(leg.gateway(), leg.instrument()).or(() -> books.tick(leg.instrument())).orElse(null);
        boolean isKnown = tick != null && Double.isFinite(tick.lastPrice()) && tick.lastPrice() != 0;
        return isKnown ? OptionalDouble.of(tick.lastPrice()) : OptionalDouble.empty();
    }
}

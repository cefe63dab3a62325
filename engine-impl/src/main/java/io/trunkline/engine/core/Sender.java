package io.trunkline.engine.core;

import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Trade;

/**
 * Whose an order or quote is: what its gateway may not tell of it later. Immutable.
 *
 * @param instrument by which another order that got the same id is told; null if nothing but the key is known
 */
record Sender(String clientKey, String owner, String reference, InstrumentId instrument) {

    static Sender of(OrderRequest request) {
        return new Sender(request.clientKey(), request.owner(), request.reference(), request.instrument());
    }

    static Sender of(QuoteRequest request) {
        return new Sender(request.clientKey(), request.owner(), request.reference(), request.instrument());
    }

    static Sender of(Order order) {
        return new Sender(order.clientKey(), order.owner(), order.reference(), order.instrument());
    }

    static Sender of(Quote quote) {
        return new Sender(quote.clientKey(), quote.owner(), quote.reference(), quote.instrument());
    }

    static Sender of(Trade trade) {
        return new Sender(trade.clientKey(), trade.owner(), trade.reference(), trade.instrument());
    }

    /** Somebody who sent under a key. */
    static Sender unknown(String clientKey) {
        return new Sender(clientKey, "", "", null);
    }

    /** Whether a gateway might not have told all. */
    boolean hasGaps() {
        return clientKey.isEmpty() || owner.isEmpty() || reference.isEmpty();
    }

    /** This, with what it lacks taken from another, unless that is of another order: then the same object. */
    Sender filledFrom(Sender other) {
        boolean isSame = (clientKey.isEmpty() || clientKey.equals(other.clientKey))
                && instrument.equals(other.instrument);
        if (!isSame) return this;
        boolean hasAll = clientKey.equals(other.clientKey) && (!owner.isEmpty() || other.owner.isEmpty())
                && (!reference.isEmpty() || other.reference.isEmpty());
        return hasAll ? this : new Sender(other.clientKey, owner.isEmpty() ? other.owner : owner,
                reference.isEmpty() ? other.reference : reference, instrument);
    }

    Order on(Order order) {
        return order.toBuilder().clientKey(clientKey).owner(owner).reference(reference).build();
    }

    Quote on(Quote quote) {
        return quote.toBuilder().clientKey(clientKey).owner(owner).reference(reference).build();
    }

    Trade on(Trade trade) {
        return trade.toBuilder().clientKey(clientKey).owner(owner).reference(reference).build();
    }
}

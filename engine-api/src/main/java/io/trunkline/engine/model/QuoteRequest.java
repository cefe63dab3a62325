package io.trunkline.engine.model;

import java.time.Duration;
import java.util.Objects;

/**
 * Asks to send a two-sided quote.
 *
 * @param gateway the path of the gateway; as in {@link OrderRequest}
 * @param instrument what to quote
 * @param bidPrice what the quoter pays
 * @param bidVolume lots wanted; not negative
 * @param askPrice what the quoter asks; above the bid price where both sides have volume
 * @param askVolume lots offered; not negative, and one of the two volumes above 0
 * @param bidOffset whether a fill of the bid opens or closes
 * @param askOffset whether a fill of the ask opens or closes
 * @param reference a free label, at most 128 characters; may be empty
 * @param clientKey as in {@link OrderRequest}
 * @param validity as in {@link OrderRequest}
 * @param owner as in {@link OrderRequest}
 */
public record QuoteRequest(
        String gateway, InstrumentId instrument, double bidPrice, double bidVolume, double askPrice, double askVolume,
        Offset bidOffset, Offset askOffset, String reference, String clientKey, Duration validity, String owner)
        implements Request {

    /** Checks that nothing is null, the prices are numbers and uncrossed and there is a volume. */
    public QuoteRequest {
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(bidOffset, "bidOffset");
        Objects.requireNonNull(askOffset, "askOffset");
        Objects.requireNonNull(validity, "validity");
        Check.finite(bidPrice, "bidPrice");
        Check.finite(askPrice, "askPrice");
        Check.notNegative(bidVolume, "bidVolume");
        Check.notNegative(askVolume, "askVolume");
        if (bidVolume == 0 && askVolume == 0) throw new IllegalArgumentException("a quote needs a volume on one side");
        if (bidVolume > 0 && askVolume > 0 && bidPrice >= askPrice) {
            throw new IllegalArgumentException("bid " + bidPrice + " is not below ask " + askPrice);
        }
        Check.label(reference, "reference");
        Check.label(clientKey, "clientKey");
        Check.label(owner, "owner");
        if (validity.isNegative()) throw new IllegalArgumentException("validity is negative: " + validity);
    }

    /** A quote without label, key or time limit. */
    public static QuoteRequest of(
            String gateway, InstrumentId instrument, double bidPrice, double bidVolume, double askPrice,
            double askVolume, Offset bidOffset, Offset askOffset) {
        return new QuoteRequest(gateway, instrument, bidPrice, bidVolume, askPrice, askVolume, bidOffset, askOffset,
                "", "", Duration.ZERO, "");
    }

    /** The same with another client key. */
    public QuoteRequest withClientKey(String key) {
        return new QuoteRequest(gateway, instrument, bidPrice, bidVolume, askPrice, askVolume, bidOffset, askOffset,
                reference, key, validity, owner);
    }

    /** The same with another reference. */
    public QuoteRequest withReference(String text) {
        return new QuoteRequest(gateway, instrument, bidPrice, bidVolume, askPrice, askVolume, bidOffset, askOffset,
                text, clientKey, validity, owner);
    }

    /** The same with another validity. */
    public QuoteRequest withValidity(Duration time) {
        return new QuoteRequest(gateway, instrument, bidPrice, bidVolume, askPrice, askVolume, bidOffset, askOffset,
                reference, clientKey, time, owner);
    }

    /** The same with another owner. */
    public QuoteRequest withOwner(String name) {
        return new QuoteRequest(gateway, instrument, bidPrice, bidVolume, askPrice, askVolume, bidOffset, askOffset,
                reference, clientKey, validity, name);
    }

    @Override
    public QuoteRequest at(String path) {
        return new QuoteRequest(path, instrument, bidPrice, bidVolume, askPrice, askVolume, bidOffset, askOffset,
                reference, clientKey, validity, owner);
    }
}

package io.trunkline.engine.model;

import java.time.Duration;
import java.util.Objects;

/**
 * Asks to send an order.
 *
 * @param gateway the path of the gateway; the bare name of a remote gateway stands for the only gateway behind it that
 *     lists the contract
 * @param instrument what to trade
 * @param direction LONG buys, SHORT sells
 * @param type how it executes
 * @param volume lots; above 0
 * @param price the limit, or the trigger of a STOP; ignored for MARKET
 * @param offset whether it opens or closes
 * @param reference a free label, at most 128 characters; may be empty
 * @param clientKey the key under which the outcome can be asked for later, at most 128 characters, unique among all
 *     that reach the exchange; empty lets the engine make one. The same order under a known key is not sent again but
 *     gets the first outcome; another one is refused.
 * @param validity how long after the call the order may still be sent on; zero for no limit. A late order is refused,
 *     never sent; the time on the way to a server counts.
 * @param owner who sends it; the engine sets it for requests of other origins than its own process
 */
public record OrderRequest(
        String gateway, InstrumentId instrument, Direction direction, OrderType type, double volume, double price,
        Offset offset, String reference, String clientKey, Duration validity, String owner) implements Request {

    /** Checks that nothing is null, the price is a number, the volume above zero and the texts are short and plain. */
    public OrderRequest {
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(offset, "offset");
        Objects.requireNonNull(validity, "validity");
        if (direction == Direction.NET) throw new IllegalArgumentException("an order is LONG or SHORT, not NET");
        Check.positive(volume, "volume");
        Check.finite(price, "price");
        Check.label(reference, "reference");
        Check.label(clientKey, "clientKey");
        Check.label(owner, "owner");
        if (validity.isNegative()) throw new IllegalArgumentException("validity is negative: " + validity);
    }

    /** A limit order without label, key or time limit. */
    public static OrderRequest limit(
            String gateway, InstrumentId instrument, Direction direction, Offset offset, double volume, double price) {
        return of(gateway, instrument, direction, OrderType.LIMIT, offset, volume, price);
    }

    /** A market order without label, key or time limit. */
    public static OrderRequest market(
            String gateway, InstrumentId instrument, Direction direction, Offset offset, double volume) {
        return of(gateway, instrument, direction, OrderType.MARKET, offset, volume, 0);
    }

    /** An order of any type without label, key or time limit. */
    public static OrderRequest of(
            String gateway, InstrumentId instrument, Direction direction, OrderType type, Offset offset, double volume,
            double price) {
        return new OrderRequest(gateway, instrument, direction, type, volume, price, offset, "", "", Duration.ZERO, "");
    }

    /** The same with another reference. */
    public OrderRequest withReference(String text) {
        return new OrderRequest(gateway, instrument, direction, type, volume, price, offset,
                text, clientKey, validity, owner);
    }

    /** The same with another client key. */
    public OrderRequest withClientKey(String key) {
        return new OrderRequest(gateway, instrument, direction, type, volume, price, offset,
                reference, key, validity, owner);
    }

    /** The same with another validity. */
    public OrderRequest withValidity(Duration time) {
        return new OrderRequest(gateway, instrument, direction, type, volume, price, offset,
                reference, clientKey, time, owner);
    }

    /** The same with another owner. */
    public OrderRequest withOwner(String name) {
        return new OrderRequest(gateway, instrument, direction, type, volume, price, offset,
                reference, clientKey, validity, name);
    }

    /** The same with another offset and volume: one part of a converted request. */
    public OrderRequest withPart(Offset partOffset, double partVolume) {
        return new OrderRequest(gateway, instrument, direction, type, partVolume, price, partOffset,
                reference, clientKey, validity, owner);
    }

    @Override
    public OrderRequest at(String path) {
        return new OrderRequest(path, instrument, direction, type, volume, price, offset,
                reference, clientKey, validity, owner);
    }
}

package io.trunkline.engine.model;

import java.util.Objects;

/**
 * The id of something that a gateway reports, written {@code gateway.local}: an order, trade, quote, account, position
 * or contract.
 *
 * <p>The gateway is what stands before the <em>first</em> dot; the rest, dots and all, is that gateway's own. Seen
 * through another engine an id is nested: the server's order {@code CTP.7} is {@code RPC.CTP.7} on a client, which
 * needs no table to go either way.
 */
public record Id(String value) {

    /** Throws IllegalArgumentException unless the text has something before and after its first dot. */
    public Id {
        Objects.requireNonNull(value, "value");
        int dot = value.indexOf('.');
        if (dot <= 0 || dot == value.length() - 1) {
            throw new IllegalArgumentException("not an id: '" + value + "' (write gateway.local, such as SIM.7)");
        }
    }

    /** The id that a gateway (a name or a path) gives to {@code local}. */
    public static Id of(String gateway, String local) {
        return new Id(gateway + "." + local);
    }

    /** Parses the text form; the same as the constructor. */
    public static Id parse(String text) {
        return new Id(text);
    }

    /** The name of the local gateway that owns this id. */
    public String gateway() {
        return GatewayPath.first(value);
    }

    /** What the gateway itself calls it. */
    public String local() {
        return GatewayPath.rest(value);
    }

    /** This id as seen through {@code gateway}. */
    public Id under(String gateway) {
        return new Id(gateway + "." + value);
    }

    /** The same id with the path {@code from} that it starts with replaced by {@code to}. */
    Id moved(String from, String to) {
        return new Id(to + value.substring(from.length()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Id id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}

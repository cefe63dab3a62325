package io.trunkline.engine.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A fill. Each has an id of its own and never changes.
 *
 * @param id unique at the gateway
 * @param orderId the order that was filled
 * @param gateway the path of the gateway that reported it
 * @param instrument what was traded
 * @param direction LONG bought, SHORT sold
 * @param offset whether it opened or closed
 * @param price the price paid
 * @param volume lots filled
 * @param time the exchange's stamp, or null if it gave none
 * @param reference the order's label; may be empty
 * @param clientKey the order's key; may be empty
 * @param owner who sent the order, as the server knows it; may be empty
 */
public record Trade(
        Id id, Id orderId, String gateway, InstrumentId instrument, Direction direction, Offset offset, double price,
        double volume, Instant time, String reference, String clientKey, String owner) implements Event, StateRecord {

    /** Checks that nothing but {@code time} is null, the figures are numbers and both ids are the gateway's. */
    public Trade {
        Check.idUnder(id, gateway, "id");
        Check.idUnder(orderId, gateway, "orderId");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(offset, "offset");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(clientKey, "clientKey");
        Objects.requireNonNull(owner, "owner");
        Check.finite(price, "price");
        Check.finite(volume, "volume");
    }

    @Override
    public InstrumentId key() {
        return instrument;
    }

    @Override
    public Trade at(String path) {
        return new Trade(id.moved(gateway, path), orderId.moved(gateway, path), path, instrument, direction, offset,
                price, volume, time, reference, clientKey, owner);
    }

    @Override
    public boolean mayFollow(StateRecord last) {
        return false;
    }

    /** A builder; id, orderId, gateway, instrument and direction must be set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this trade's values. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.id = id;
        builder.orderId = orderId;
        builder.gateway = gateway;
        builder.instrument = instrument;
        builder.direction = direction;
        builder.offset = offset;
        builder.price = price;
        builder.volume = volume;
        builder.time = time;
        builder.reference = reference;
        builder.clientKey = clientKey;
        builder.owner = owner;
        return builder;
    }

    /** Collects the values of a trade. For one thread. */
    public static final class Builder {
        private Id id;
        private Id orderId;
        private String gateway;
        private InstrumentId instrument;
        private Direction direction;
        private Offset offset = Offset.NONE;
        private double price;
        private double volume;
        private Instant time = null;
        private String reference = "";
        private String clientKey = "";
        private String owner = "";

        private Builder() {}

        /** Sets {@link Trade#id()}. */
        public Builder id(Id id) {
            this.id = id;
            return this;
        }

        /** Sets {@link Trade#orderId()}. */
        public Builder orderId(Id orderId) {
            this.orderId = orderId;
            return this;
        }

        /** Sets {@link Trade#gateway()}. */
        public Builder gateway(String gateway) {
            this.gateway = gateway;
            return this;
        }

        /** Sets {@link Trade#instrument()}. */
        public Builder instrument(InstrumentId instrument) {
            this.instrument = instrument;
            return this;
        }

        /** Sets {@link Trade#direction()}. */
        public Builder direction(Direction direction) {
            this.direction = direction;
            return this;
        }

        /** Sets {@link Trade#offset()}. */
        public Builder offset(Offset offset) {
            this.offset = offset;
            return this;
        }

        /** Sets {@link Trade#price()}. */
        public Builder price(double price) {
            this.price = price;
            return this;
        }

        /** Sets {@link Trade#volume()}. */
        public Builder volume(double volume) {
            this.volume = volume;
            return this;
        }

        /** Sets {@link Trade#time()}. */
        public Builder time(Instant time) {
            this.time = time;
            return this;
        }

        /** Sets {@link Trade#reference()}. */
        public Builder reference(String reference) {
            this.reference = reference;
            return this;
        }

        /** Sets {@link Trade#clientKey()}. */
        public Builder clientKey(String clientKey) {
            this.clientKey = clientKey;
            return this;
        }

        /** Sets {@link Trade#owner()}. */
        public Builder owner(String owner) {
            this.owner = owner;
            return this;
        }

        /**
         * Makes the trade. Throws NullPointerException or IllegalArgumentException, naming the value, if one is missing
         * or bad.
         */
        public Trade build() {
            return new Trade(id, orderId, gateway, instrument, direction, offset, price, volume, time, reference,
                    clientKey, owner);
        }
    }
}

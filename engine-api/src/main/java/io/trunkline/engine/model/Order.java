package io.trunkline.engine.model;

import java.time.Instant;
import java.util.Objects;

/**
 * An order as its gateway last reported it.
 *
 * @param id unique at the gateway
 * @param gateway the path of the gateway that reported it
 * @param instrument what is traded
 * @param type how it executes
 * @param direction LONG buys, SHORT sells
 * @param offset whether it opens or closes
 * @param price the limit, or the trigger of a STOP; 0 for MARKET
 * @param volume lots asked for
 * @param traded lots filled so far
 * @param status how far it has come
 * @param time the exchange's stamp of this state, or null if it gave none yet
 * @param reference the sender's free label, such as a strategy's name; may be empty
 * @param clientKey the key under which the sender can ask for the outcome; empty if the order was not sent through an
 *     engine
 * @param owner who sent it, as the server knows it; empty for the server's own and for the exchange's
 * @param message why it was rejected or cancelled, if the exchange said so; else empty
 */
public record Order(
        Id id, String gateway, InstrumentId instrument, OrderType type, Direction direction, Offset offset,
        double price, double volume, double traded, Status status, Instant time, String reference, String clientKey,
        String owner, String message) implements Event, StateRecord {

    /** Checks that nothing but {@code time} is null, the figures are numbers and the id is the gateway's. */
    public Order {
        Check.idUnder(id, gateway, "id");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(offset, "offset");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(clientKey, "clientKey");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(message, "message");
        Check.finite(price, "price");
        Check.finite(volume, "volume");
        Check.finite(traded, "traded");
    }

    /** The order that a request becomes when a gateway takes it: SUBMITTING, nothing traded, no time. */
    public static Order of(OrderRequest request, String gateway, String localId) {
        return builder().id(Id.of(gateway, localId)).gateway(gateway).instrument(request.instrument())
                .type(request.type()).direction(request.direction()).offset(request.offset())
                .price(request.price()).volume(request.volume())
                .reference(request.reference()).clientKey(request.clientKey()).owner(request.owner()).build();
    }

    @Override
    public Id key() {
        return id;
    }

    /** Whether it can still trade. */
    public boolean isActive() {
        return status.isActive();
    }

    /** What is left to trade. */
    public double remaining() {
        return volume - traded;
    }

    /** The request that cancels it. */
    public CancelRequest cancelRequest() {
        return new CancelRequest(id, instrument);
    }

    @Override
    public Order at(String path) {
        return new Order(id.moved(gateway, path), path, instrument, type, direction, offset, price, volume, traded,
                status, time, reference, clientKey, owner, message);
    }

    /** Not after less traded volume, after a lower rank of the same volume, or after another terminal state. */
    @Override
    public boolean mayFollow(StateRecord last) {
        return !(last instanceof Order before) || status.mayFollow(before.status)
                && (traded > before.traded || traded == before.traded && status.rank() >= before.status.rank());
    }

    /** A builder; id, gateway, instrument and direction must be set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this order's values. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.id = id;
        builder.gateway = gateway;
        builder.instrument = instrument;
        builder.type = type;
        builder.direction = direction;
        builder.offset = offset;
        builder.price = price;
        builder.volume = volume;
        builder.traded = traded;
        builder.status = status;
        builder.time = time;
        builder.reference = reference;
        builder.clientKey = clientKey;
        builder.owner = owner;
        builder.message = message;
        return builder;
    }

    /** Collects the values of an order. For one thread. */
    public static final class Builder {
        private Id id;
        private String gateway;
        private InstrumentId instrument;
        private OrderType type = OrderType.LIMIT;
        private Direction direction;
        private Offset offset = Offset.NONE;
        private double price;
        private double volume;
        private double traded;
        private Status status = Status.SUBMITTING;
        private Instant time = null;
        private String reference = "";
        private String clientKey = "";
        private String owner = "";
        private String message = "";

        private Builder() {}

        /** Sets {@link Order#id()}. */
        public Builder id(Id id) {
            this.id = id;
            return this;
        }

        /** Sets {@link Order#gateway()}. */
        public Builder gateway(String gateway) {
            this.gateway = gateway;
            return this;
        }

        /** Sets {@link Order#instrument()}. */
        public Builder instrument(InstrumentId instrument) {
            this.instrument = instrument;
            return this;
        }

        /** Sets {@link Order#type()}. */
        public Builder type(OrderType type) {
            this.type = type;
            return this;
        }

        /** Sets {@link Order#direction()}. */
        public Builder direction(Direction direction) {
            this.direction = direction;
            return this;
        }

        /** Sets {@link Order#offset()}. */
        public Builder offset(Offset offset) {
            this.offset = offset;
            return this;
        }

        /** Sets {@link Order#price()}. */
        public Builder price(double price) {
            this.price = price;
            return this;
        }

        /** Sets {@link Order#volume()}. */
        public Builder volume(double volume) {
            this.volume = volume;
            return this;
        }

        /** Sets {@link Order#traded()}. */
        public Builder traded(double traded) {
            this.traded = traded;
            return this;
        }

        /** Sets {@link Order#status()}. */
        public Builder status(Status status) {
            this.status = status;
            return this;
        }

        /** Sets {@link Order#time()}. */
        public Builder time(Instant time) {
            this.time = time;
            return this;
        }

        /** Sets {@link Order#reference()}. */
        public Builder reference(String reference) {
            this.reference = reference;
            return this;
        }

        /** Sets {@link Order#clientKey()}. */
        public Builder clientKey(String clientKey) {
            this.clientKey = clientKey;
            return this;
        }

        /** Sets {@link Order#owner()}. */
        public Builder owner(String owner) {
            this.owner = owner;
            return this;
        }

        /** Sets {@link Order#message()}. */
        public Builder message(String message) {
            this.message = message;
            return this;
        }

        /**
         * Makes the order. Throws NullPointerException or IllegalArgumentException, naming the value, if one is missing
         * or bad.
         */
        public Order build() {
            return new Order(id, gateway, instrument, type, direction, offset, price, volume, traded, status, time,
                    reference, clientKey, owner, message);
        }
    }
}

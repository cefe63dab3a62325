package io.trunkline.engine.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A two-sided quote as its gateway last reported it.
 *
 * @param id unique at the gateway
 * @param gateway the path of the gateway that reported it
 * @param instrument what is quoted
 * @param bidPrice what the quoter pays
 * @param bidVolume lots wanted at the bid
 * @param askPrice what the quoter asks
 * @param askVolume lots offered at the ask
 * @param bidOffset whether a fill of the bid opens or closes
 * @param askOffset whether a fill of the ask opens or closes
 * @param status how far it has come
 * @param time the exchange's stamp of this state, or null if it gave none yet
 * @param reference the sender's free label; may be empty
 * @param clientKey the key under which the sender can ask for the outcome; may be empty
 * @param owner who sent it, as the server knows it; may be empty
 * @param message why it was rejected or cancelled, if the exchange said so; else empty
 */
public record Quote(
        Id id, String gateway, InstrumentId instrument, double bidPrice, double bidVolume, double askPrice,
        double askVolume, Offset bidOffset, Offset askOffset, Status status, Instant time, String reference,
        String clientKey, String owner, String message) implements Event, StateRecord {

    /** Checks that nothing but {@code time} is null, the figures are numbers and the id is the gateway's. */
    public Quote {
        Check.idUnder(id, gateway, "id");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(bidOffset, "bidOffset");
        Objects.requireNonNull(askOffset, "askOffset");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(clientKey, "clientKey");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(message, "message");
        Check.finite(bidPrice, "bidPrice");
        Check.finite(bidVolume, "bidVolume");
        Check.finite(askPrice, "askPrice");
        Check.finite(askVolume, "askVolume");
    }

    /** The quote that a request becomes when a gateway takes it: SUBMITTING, no time. */
    public static Quote of(QuoteRequest request, String gateway, String localId) {
        return builder().id(Id.of(gateway, localId)).gateway(gateway).instrument(request.instrument())
                .bidPrice(request.bidPrice()).bidVolume(request.bidVolume())
                .askPrice(request.askPrice()).askVolume(request.askVolume())
                .bidOffset(request.bidOffset()).askOffset(request.askOffset())
                .reference(request.reference()).clientKey(request.clientKey()).owner(request.owner()).build();
    }

    @Override
    public InstrumentId key() {
        return instrument;
    }

    /** Whether it can still trade. */
    public boolean isActive() {
        return status.isActive();
    }

    /** The request that cancels it. */
    public CancelQuoteRequest cancelRequest() {
        return new CancelQuoteRequest(id, instrument);
    }

    @Override
    public Quote at(String path) {
        return new Quote(id.moved(gateway, path), path, instrument, bidPrice, bidVolume, askPrice, askVolume, bidOffset,
                askOffset, status, time, reference, clientKey, owner, message);
    }

    /** Not after a higher rank, or after another terminal state. */
    @Override
    public boolean mayFollow(StateRecord last) {
        return !(last instanceof Quote before)
                || status.mayFollow(before.status) && status.rank() >= before.status.rank();
    }

    /** A builder; id, gateway and instrument must be set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this quote's values. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.id = id;
        builder.gateway = gateway;
        builder.instrument = instrument;
        builder.bidPrice = bidPrice;
        builder.bidVolume = bidVolume;
        builder.askPrice = askPrice;
        builder.askVolume = askVolume;
        builder.bidOffset = bidOffset;
        builder.askOffset = askOffset;
        builder.status = status;
        builder.time = time;
        builder.reference = reference;
        builder.clientKey = clientKey;
        builder.owner = owner;
        builder.message = message;
        return builder;
    }

    /** Collects the values of a quote. For one thread. */
    public static final class Builder {
        private Id id;
        private String gateway;
        private InstrumentId instrument;
        private double bidPrice;
        private double bidVolume;
        private double askPrice;
        private double askVolume;
        private Offset bidOffset = Offset.NONE;
        private Offset askOffset = Offset.NONE;
        private Status status = Status.SUBMITTING;
        private Instant time = null;
        private String reference = "";
        private String clientKey = "";
        private String owner = "";
        private String message = "";

        private Builder() {}

        /** Sets {@link Quote#id()}. */
        public Builder id(Id id) {
            this.id = id;
            return this;
        }

        /** Sets {@link Quote#gateway()}. */
        public Builder gateway(String gateway) {
            this.gateway = gateway;
            return this;
        }

        /** Sets {@link Quote#instrument()}. */
        public Builder instrument(InstrumentId instrument) {
            this.instrument = instrument;
            return this;
        }

        /** Sets {@link Quote#bidPrice()}. */
        public Builder bidPrice(double bidPrice) {
            this.bidPrice = bidPrice;
            return this;
        }

        /** Sets {@link Quote#bidVolume()}. */
        public Builder bidVolume(double bidVolume) {
            this.bidVolume = bidVolume;
            return this;
        }

        /** Sets {@link Quote#askPrice()}. */
        public Builder askPrice(double askPrice) {
            this.askPrice = askPrice;
            return this;
        }

        /** Sets {@link Quote#askVolume()}. */
        public Builder askVolume(double askVolume) {
            this.askVolume = askVolume;
            return this;
        }

        /** Sets {@link Quote#bidOffset()}. */
        public Builder bidOffset(Offset bidOffset) {
            this.bidOffset = bidOffset;
            return this;
        }

        /** Sets {@link Quote#askOffset()}. */
        public Builder askOffset(Offset askOffset) {
            this.askOffset = askOffset;
            return this;
        }

        /** Sets {@link Quote#status()}. */
        public Builder status(Status status) {
            this.status = status;
            return this;
        }

        /** Sets {@link Quote#time()}. */
        public Builder time(Instant time) {
            this.time = time;
            return this;
        }

        /** Sets {@link Quote#reference()}. */
        public Builder reference(String reference) {
            this.reference = reference;
            return this;
        }

        /** Sets {@link Quote#clientKey()}. */
        public Builder clientKey(String clientKey) {
            this.clientKey = clientKey;
            return this;
        }

        /** Sets {@link Quote#owner()}. */
        public Builder owner(String owner) {
            this.owner = owner;
            return this;
        }

        /** Sets {@link Quote#message()}. */
        public Builder message(String message) {
            this.message = message;
            return this;
        }

        /**
         * Makes the quote. Throws NullPointerException or IllegalArgumentException, naming the value, if one is missing
         * or bad.
         */
        public Quote build() {
            return new Quote(id, gateway, instrument, bidPrice, bidVolume, askPrice, askVolume, bidOffset,
                    askOffset, status, time, reference, clientKey, owner, message);
        }
    }
}

package io.trunkline.engine.model;

import java.util.Objects;

/**
 * The terms of an instrument at a gateway.
 *
 * @param gateway the path of the gateway that reported it
 * @param instrument what it is about
 * @param name display name; may be empty
 * @param product class of the instrument
 * @param size units of the underlying in one lot; above 0
 * @param priceTick smallest price step; above 0
 * @param minVolume smallest order, in lots
 * @param maxVolume largest order, in lots; 0 if there is no limit
 * @param stopSupported whether the gateway takes STOP orders for it
 * @param netPosition whether positions are kept as one net figure, without open and close
 * @param historyData whether the gateway answers history for it
 * @param option terms of an option; null for anything else
 */
public record Contract(
        String gateway, InstrumentId instrument, String name, Product product, double size, double priceTick,
        double minVolume, double maxVolume, boolean stopSupported, boolean netPosition, boolean historyData,
        OptionTerms option) implements Event, StateRecord {

    /** Checks that nothing but {@code option} is null, the gateway is a path and size and price tick are above zero. */
    public Contract {
        Check.path(gateway, "gateway");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(product, "product");
        Check.positive(size, "size");
        Check.positive(priceTick, "priceTick");
        Check.notNegative(minVolume, "minVolume");
        Check.notNegative(maxVolume, "maxVolume");
    }

    /** The gateway's path and the instrument, such as {@code CTP.rb2610.SHFE}. */
    @Override
    public Id id() {
        return Id.of(gateway, instrument.toString());
    }

    @Override
    public InstrumentId key() {
        return instrument;
    }

    @Override
    public Contract at(String path) {
        return new Contract(path, instrument, name, product, size, priceTick, minVolume, maxVolume, stopSupported,
                netPosition, historyData, option);
    }

    /** A builder; gateway, instrument, product and priceTick must be set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this contract's values. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.gateway = gateway;
        builder.instrument = instrument;
        builder.name = name;
        builder.product = product;
        builder.size = size;
        builder.priceTick = priceTick;
        builder.minVolume = minVolume;
        builder.maxVolume = maxVolume;
        builder.stopSupported = stopSupported;
        builder.netPosition = netPosition;
        builder.historyData = historyData;
        builder.option = option;
        return builder;
    }

    /** Collects the values of a contract. For one thread. */
    public static final class Builder {
        private String gateway;
        private InstrumentId instrument;
        private String name = "";
        private Product product;
        private double size = 1;
        private double priceTick;
        private double minVolume = 1;
        private double maxVolume;
        private boolean stopSupported;
        private boolean netPosition;
        private boolean historyData;
        private OptionTerms option = null;

        private Builder() {}

        /** Sets {@link Contract#gateway()}. */
        public Builder gateway(String gateway) {
            this.gateway = gateway;
            return this;
        }

        /** Sets {@link Contract#instrument()}. */
        public Builder instrument(InstrumentId instrument) {
            this.instrument = instrument;
            return this;
        }

        /** Sets {@link Contract#name()}. */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /** Sets {@link Contract#product()}. */
        public Builder product(Product product) {
            this.product = product;
            return this;
        }

        /** Sets {@link Contract#size()}. */
        public Builder size(double size) {
            this.size = size;
            return this;
        }

        /** Sets {@link Contract#priceTick()}. */
        public Builder priceTick(double priceTick) {
            this.priceTick = priceTick;
            return this;
        }

        /** Sets {@link Contract#minVolume()}. */
        public Builder minVolume(double minVolume) {
            this.minVolume = minVolume;
            return this;
        }

        /** Sets {@link Contract#maxVolume()}. */
        public Builder maxVolume(double maxVolume) {
            this.maxVolume = maxVolume;
            return this;
        }

        /** Sets {@link Contract#stopSupported()}. */
        public Builder stopSupported(boolean stopSupported) {
            this.stopSupported = stopSupported;
            return this;
        }

        /** Sets {@link Contract#netPosition()}. */
        public Builder netPosition(boolean netPosition) {
            this.netPosition = netPosition;
            return this;
        }

        /** Sets {@link Contract#historyData()}. */
        public Builder historyData(boolean historyData) {
            this.historyData = historyData;
            return this;
        }

        /** Sets {@link Contract#option()}. */
        public Builder option(OptionTerms option) {
            this.option = option;
            return this;
        }

        /**
         * Makes the contract. Throws NullPointerException or IllegalArgumentException, naming the value, if one is
         * missing or bad.
         */
        public Contract build() {
            return new Contract(gateway, instrument, name, product, size, priceTick, minVolume, maxVolume,
                    stopSupported, netPosition, historyData, option);
        }
    }
}

package io.trunkline.engine.model;

import java.time.Instant;
import java.util.Objects;

/**
 * What the market looked like at an instant.
 *
 * <p>Figures of the day (volume, turnover, open, high, low) are cumulative. A figure that the feed does not have is 0.
 *
 * @param gateway the path of the gateway that reported it
 * @param instrument what it is about
 * @param time the exchange's own stamp
 * @param name the instrument's display name, empty if the feed has none
 * @param volume lots traded today
 * @param turnover money traded today, in the exchange's own reckoning
 * @param openInterest open positions of the market, in lots
 * @param lastPrice price of the last trade
 * @param lastVolume lots of the last trade
 * @param limitUp highest price allowed today
 * @param limitDown lowest price allowed today
 * @param openPrice first price today
 * @param highPrice highest price today
 * @param lowPrice lowest price today
 * @param preClose yesterday's close
 * @param depth the book
 * @param localTime when the gateway received it, or null if it does not say
 */
public record Tick(
        String gateway, InstrumentId instrument, Instant time, String name, double volume, double turnover,
        double openInterest, double lastPrice, double lastVolume, double limitUp, double limitDown, double openPrice,
        double highPrice, double lowPrice, double preClose, Depth depth, Instant localTime) implements Event {

    /** Checks that nothing but {@code localTime} is null. */
    public Tick {
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(depth, "depth");
    }

    @Override
    public InstrumentId key() {
        return instrument;
    }

    /** The best bid price; 0 if there is no bid. */
    public double bidPrice() {
        return depth.bidPrice(1);
    }

    /** The volume at the best bid. */
    public double bidVolume() {
        return depth.bidVolume(1);
    }

    /** The best ask price; 0 if there is no ask. */
    public double askPrice() {
        return depth.askPrice(1);
    }

    /** The volume at the best ask. */
    public double askVolume() {
        return depth.askVolume(1);
    }

    /** A builder; gateway, instrument and time must be set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this tick's values. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.gateway = gateway;
        builder.instrument = instrument;
        builder.time = time;
        builder.name = name;
        builder.volume = volume;
        builder.turnover = turnover;
        builder.openInterest = openInterest;
        builder.lastPrice = lastPrice;
        builder.lastVolume = lastVolume;
        builder.limitUp = limitUp;
        builder.limitDown = limitDown;
        builder.openPrice = openPrice;
        builder.highPrice = highPrice;
        builder.lowPrice = lowPrice;
        builder.preClose = preClose;
        builder.depth = depth;
        builder.localTime = localTime;
        return builder;
    }

    /** Collects the values of a tick. For one thread. */
    public static final class Builder {
        private String gateway;
        private InstrumentId instrument;
        private Instant time;
        private String name = "";
        private double volume;
        private double turnover;
        private double openInterest;
        private double lastPrice;
        private double lastVolume;
        private double limitUp;
        private double limitDown;
        private double openPrice;
        private double highPrice;
        private double lowPrice;
        private double preClose;
        private Depth depth = Depth.NONE;
        private Instant localTime = null;

        private Builder() {}

        /** Sets {@link Tick#gateway()}. */
        public Builder gateway(String gateway) {
            this.gateway = gateway;
            return this;
        }

        /** Sets {@link Tick#instrument()}. */
        public Builder instrument(InstrumentId instrument) {
            this.instrument = instrument;
            return this;
        }

        /** Sets {@link Tick#time()}. */
        public Builder time(Instant time) {
            this.time = time;
            return this;
        }

        /** Sets {@link Tick#name()}. */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /** Sets {@link Tick#volume()}. */
        public Builder volume(double volume) {
            this.volume = volume;
            return this;
        }

        /** Sets {@link Tick#turnover()}. */
        public Builder turnover(double turnover) {
            this.turnover = turnover;
            return this;
        }

        /** Sets {@link Tick#openInterest()}. */
        public Builder openInterest(double openInterest) {
            this.openInterest = openInterest;
            return this;
        }

        /** Sets {@link Tick#lastPrice()}. */
        public Builder lastPrice(double lastPrice) {
            this.lastPrice = lastPrice;
            return this;
        }

        /** Sets {@link Tick#lastVolume()}. */
        public Builder lastVolume(double lastVolume) {
            this.lastVolume = lastVolume;
            return this;
        }

        /** Sets {@link Tick#limitUp()}. */
        public Builder limitUp(double limitUp) {
            this.limitUp = limitUp;
            return this;
        }

        /** Sets {@link Tick#limitDown()}. */
        public Builder limitDown(double limitDown) {
            this.limitDown = limitDown;
            return this;
        }

        /** Sets {@link Tick#openPrice()}. */
        public Builder openPrice(double openPrice) {
            this.openPrice = openPrice;
            return this;
        }

        /** Sets {@link Tick#highPrice()}. */
        public Builder highPrice(double highPrice) {
            this.highPrice = highPrice;
            return this;
        }

        /** Sets {@link Tick#lowPrice()}. */
        public Builder lowPrice(double lowPrice) {
            this.lowPrice = lowPrice;
            return this;
        }

        /** Sets {@link Tick#preClose()}. */
        public Builder preClose(double preClose) {
            this.preClose = preClose;
            return this;
        }

        /** Sets {@link Tick#depth()}. */
        public Builder depth(Depth depth) {
            this.depth = depth;
            return this;
        }

        /** Sets {@link Tick#localTime()}. */
        public Builder localTime(Instant localTime) {
            this.localTime = localTime;
            return this;
        }

        /**
         * Makes the tick. Throws NullPointerException or IllegalArgumentException, naming the value, if one is missing
         * or bad.
         */
        public Tick build() {
            return new Tick(gateway, instrument, time, name, volume, turnover, openInterest, lastPrice, lastVolume,
                    limitUp, limitDown, openPrice, highPrice, lowPrice, preClose, depth, localTime);
        }
    }
}

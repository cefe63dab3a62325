package io.trunkline.engine.model;

import java.util.Objects;

/**
 * What is held of an instrument on one side, as the gateway last reported it.
 *
 * @param gateway the path of the gateway that reported it
 * @param instrument what is held
 * @param direction the side; NET where the market keeps one figure
 * @param volume lots held
 * @param frozen lots bound by active closing orders
 * @param price average price
 * @param pnl unrealised profit or loss, in money
 * @param ydVolume the part of the volume that was held before today
 */
public record Position(
        String gateway, InstrumentId instrument, Direction direction, double volume, double frozen, double price,
        double pnl, double ydVolume) implements Event, StateRecord {

    /** Checks that nothing is null, the gateway is a path and the figures are numbers. */
    public Position {
        Check.path(gateway, "gateway");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(direction, "direction");
        Check.finite(volume, "volume");
        Check.finite(frozen, "frozen");
        Check.finite(price, "price");
        Check.finite(pnl, "pnl");
        Check.finite(ydVolume, "ydVolume");
    }

    /** The gateway's path, the instrument and the direction's name, such as {@code CTP.rb2610.SHFE.LONG}. */
    @Override
    public Id id() {
        return idOf(gateway, instrument, direction);
    }

    /** The id that a position of these would have. */
    public static Id idOf(String gateway, InstrumentId instrument, Direction direction) {
        return Id.of(gateway, instrument + "." + direction.name());
    }

    @Override
    public InstrumentId key() {
        return instrument;
    }

    @Override
    public Position at(String path) {
        return new Position(path, instrument, direction, volume, frozen, price, pnl, ydVolume);
    }
}

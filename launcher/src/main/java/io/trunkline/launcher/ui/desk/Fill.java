package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Position;

/**
 * What closes a position, for the trading panel.
 *
 * @param instrument what to trade
 * @param gateway the path of the gateway where it is held
 * @param direction LONG or SHORT
 * @param offset CLOSE, or NONE where the market keeps one figure
 * @param volume lots; above 0 unless nothing is held
 */
record Fill(InstrumentId instrument, String gateway, Direction direction, Offset offset, double volume) {

    static Fill closing(Position position) {
        Direction direction = switch (position.direction()) {
            case LONG -> Direction.SHORT;
            case SHORT -> Direction.LONG;
            case NET -> position.volume() < 0 ? Direction.LONG : Direction.SHORT;
        };
        Offset offset = position.direction() == Direction.NET ? Offset.NONE : Offset.CLOSE;
        return new Fill(position.instrument(), position.gateway(), direction, offset, Math.abs(position.volume()));
    }
}

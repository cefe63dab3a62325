package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.OrderType;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was entered into the trading panel.
 *
 * @param instrument what to trade, or null if there is none yet
 * @param direction LONG or SHORT
 * @param offset whether it opens or closes
 * @param type how it executes
 * @param price as typed
 * @param volume as typed
 * @param gateway the path, or null if there is none
 */
record OrderEntry(
        InstrumentId instrument, Direction direction, Offset offset, OrderType type, String price, String volume,
        String gateway) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

    /** The fields in which something can be wrong. */
    enum Field { SYMBOL, PRICE, VOLUME, GATEWAY }

    /**
     * What is wrong with an entry.
     *
     * @param field where
     * @param textKey the key of the sentence that says it
     * @param value what was typed
     */
    record Fault(Field field, String textKey, String value) {}

    /** What is wrong first, from the top; empty if an order can be made of it. */
    Optional<Fault> fault() {
        if (instrument == null) return Optional.of(new Fault(Field.SYMBOL, "desk.fault.noSymbol", ""));
        if (needsPrice() && !isNumber(price)) {
            return Optional.of(new Fault(
                    Field.PRICE, price.isBlank() ? "desk.fault.noPrice" : "desk.fault.badPrice", price.strip()));
        }
        if (volume.isBlank()) return Optional.of(new Fault(Field.VOLUME, "desk.fault.noVolume", ""));
        if (!isNumber(volume) || number(volume) <= 0) {
            return Optional.of(new Fault(Field.VOLUME, "desk.fault.badVolume", volume.strip()));
        }
        if (gateway == null) return Optional.of(new Fault(Field.GATEWAY, "desk.fault.noGateway", ""));
        return Optional.empty();
    }

    /** The order, if there is no fault. */
    OrderRequest request() {
        return OrderRequest.of(gateway, instrument, direction, type, offset, number(volume),
                needsPrice() ? number(price) : 0);
    }

    private boolean needsPrice() {
        return type != OrderType.MARKET;
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text.strip()).matches();
    }

    private static double number(String text) {
        return Double.parseDouble(text.strip());
    }
}

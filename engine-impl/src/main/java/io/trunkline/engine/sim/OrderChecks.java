package io.trunkline.engine.sim;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Refusal;
import io.trunkline.engine.model.Tick;
import java.util.Optional;

/** What an exchange checks of an order or a side of a quote by its contract and the day's limits alone. */
final class OrderChecks {

    private OrderChecks() {}

    /** Why a leg cannot be taken, if it cannot. */
    static Optional<Refusal> check(Leg leg, Market market) {
        Contract contract = market.contract();
        return type(leg, contract)
                .or(() -> offset(leg, contract))
                .or(() -> volume(leg, contract))
                .or(() -> leg.type() == OrderType.MARKET ? Optional.empty() : price(leg, market));
    }

    private static Optional<Refusal> type(Leg leg, Contract contract) {
        return switch (leg.type()) {
            case LIMIT, MARKET, FAK, FOK -> Optional.empty();
            case STOP -> contract.stopSupported()
                    ? Optional.empty()
                    : refused("order-type", "STOP orders are not taken for " + contract.instrument());
            case RFQ, ETF -> refused("order-type",
                    leg.type() + " orders are not taken; there are LIMIT, MARKET, FAK, FOK and STOP");
        };
    }

    private static Optional<Refusal> offset(Leg leg, Contract contract) {
        if (contract.netPosition() || leg.offset() != Offset.NONE) return Optional.empty();
        return refused("offset", "orders of " + contract.instrument()
                + " must say whether they open or close: OPEN, CLOSE, CLOSETODAY or CLOSEYESTERDAY");
    }

    private static Optional<Refusal> volume(Leg leg, Contract contract) {
        double volume = leg.remaining();
        if (Lots.exceeds(contract.minVolume(), volume)) {
            return refused("volume", "volume " + Lots.text(volume) + " is below the smallest, "
                    + Lots.text(contract.minVolume()));
        }
        if (contract.maxVolume() > 0 && Lots.exceeds(volume, contract.maxVolume())) {
            return refused("volume", "volume " + Lots.text(volume) + " is above the largest, "
                    + Lots.text(contract.maxVolume()));
        }
        if (contract.minVolume() > 0 && !Lots.isMultiple(volume, contract.minVolume())) {
            return refused("volume", "volume " + Lots.text(volume) + " is not a whole multiple of "
                    + Lots.text(contract.minVolume()));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> price(Leg leg, Market market) {
        double price = leg.price();
        double step = market.contract().priceTick();
        if (price <= 0) return refused("price", leg.type() + " orders need a price above 0, not " + Lots.text(price));
        if (!Lots.isMultiple(price, step)) {
            return refused("price-tick", "price " + Lots.text(price) + " is not a multiple of the price tick "
                    + Lots.text(step));
        }
        Tick tick = market.tick();
        if (tick == null) return Optional.empty();
        if (tick.limitUp() > 0 && price > tick.limitUp()) {
            return refused("price-limit", "price " + Lots.text(price) + " is above the day's highest, "
                    + Lots.text(tick.limitUp()));
        }
        if (price < tick.limitDown()) {
            return refused("price-limit", "price " + Lots.text(price) + " is below the day's lowest, "
                    + Lots.text(tick.limitDown()));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refused(String rule, String message) {
        return Optional.of(new Refusal(rule, message));
    }
}

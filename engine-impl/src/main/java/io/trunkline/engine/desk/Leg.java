package io.trunkline.engine.desk;

import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * What rules look at: an order, or one side of a quote.
 *
 * @param price the price; 0 for a market order
 */
record Leg(
        String gateway, InstrumentId instrument, Direction direction, Offset offset, boolean isMarket, double volume,
        double price) {

    /** The legs of a request; none if it asks for no order. */
    static List<Leg> of(Request request) {
        if (request instanceof OrderRequest order) {
            boolean isMarket = order.type() == OrderType.MARKET;
            return List.of(new Leg(order.gateway(), order.instrument(), order.direction(), order.offset(), isMarket,
                    order.volume(), isMarket ? 0 : order.price()));
        }
        if (request instanceof QuoteRequest quote) {
            return sides(quote.gateway(), quote.instrument(), quote.bidOffset(), quote.bidVolume(), quote.bidPrice(),
                    quote.askOffset(), quote.askVolume(), quote.askPrice());
        }
        return List.of();
    }

    /** The leg that is left of an order. */
    static List<Leg> of(Order order) {
        return List.of(new Leg(order.gateway(), order.instrument(), order.direction(), order.offset(),
                order.type() == OrderType.MARKET, order.remaining(), order.price()));
    }

    /** The legs of a quote. */
    static List<Leg> of(Quote quote) {
        return sides(quote.gateway(), quote.instrument(), quote.bidOffset(), quote.bidVolume(), quote.bidPrice(),
                quote.askOffset(), quote.askVolume(), quote.askPrice());
    }

    private static List<Leg> sides(
            String gateway, InstrumentId instrument, Offset bidOffset, double bidVolume, double bidPrice,
            Offset askOffset, double askVolume, double askPrice) {
        List<Leg> legs = new ArrayList<>(2);
        if (bidVolume > 0) {
            legs.add(new Leg(gateway, instrument, Direction.LONG, bidOffset, false, bidVolume, bidPrice));
        }
        if (askVolume > 0) {
            legs.add(new Leg(gateway, instrument, Direction.SHORT, askOffset, false, askVolume, askPrice));
        }
        return legs;
    }

    /** Whether another leg trades the same way at the same place. */
    boolean isBeside(Leg other) {
        return direction == other.direction && instrument.equals(other.instrument) && gateway.equals(other.gateway);
    }

    @Override
    public String toString() {
        return direction + " " + offset + " " + Texts.number(volume) + " " + instrument + " at "
                + (isMarket ? "market" : Texts.number(price));
    }
}

package io.trunkline.engine.core;

import io.trunkline.engine.Books;
import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.Trade;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The offset converters of the gateway paths. Thread-safe. */
final class Converters {

    private final Books books;
    private final Map<String, OffsetConverter> byGateway = new ConcurrentHashMap<>();

    Converters(Books books) {
        this.books = books;
    }

    OffsetConverter of(String gateway) {
        return byGateway.computeIfAbsent(gateway, path -> new OffsetConverter(
                instrument -> books.contract(path, instrument), id -> books.order(id).isPresent()));
    }

    /** Moves the holding by a trade, unless the trade is of the past, so that the positions reported contain it. */
    void onTrade(Trade trade) {
        boolean past = books.gatewayStatus(GatewayPath.first(trade.gateway()))
                .map(status -> status.state() == GatewayState.SYNCING).orElse(false);
        if (!past) of(trade.gateway()).onTrade(trade);
    }
}

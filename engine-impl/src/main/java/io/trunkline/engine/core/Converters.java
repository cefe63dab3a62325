package io.trunkline.engine.core;

import io.trunkline.engine.Books;
import io.trunkline.engine.gateway.PaperPath;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Trade;
import java.util.Map;
import java.util.Optional;
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
                instrument -> contract(path, instrument), id -> books.order(id).isPresent()));
    }

    /** A gateway of paper trading lists no contracts: its orders are of those of another one. */
    private Optional<Contract> contract(String path, InstrumentId instrument) {
        Optional<Contract> own = books.contract(path, instrument);
        return own.isPresent() || !PaperPath.isOne(path) ? own : books.contract(instrument);
    }

    /** Moves the holding by a trade, unless the trade is of the past, so that the positions reported contain it. */
    void onTrade(Trade trade) {
        if (!isSyncing(trade.gateway())) of(trade.gateway()).onTrade(trade);
    }

    /** Whether any gateway along a path is taking over what was before. */
    private boolean isSyncing(String path) {
        for (int end = path.indexOf('.'); end >= 0; end = path.indexOf('.', end + 1)) {
            if (isSyncingItself(path.substring(0, end))) return true;
        }
        return isSyncingItself(path);
    }

    private boolean isSyncingItself(String path) {
        return books.gatewayStatus(path).map(status -> status.state() == GatewayState.SYNCING).orElse(false);
    }
}

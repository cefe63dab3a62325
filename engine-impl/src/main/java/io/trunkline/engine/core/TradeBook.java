package io.trunkline.engine.core;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Trade;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The trades, each once, in order of arrival. The event thread writes, any thread reads. */
final class TradeBook {

    private final Ledger<Trade> ledger = new Ledger<>();
    private final Map<Id, Roll<Trade>> byOrder = new ConcurrentHashMap<>();

    /** Keeps a trade, unless its id is known: then it answers false. */
    boolean put(Trade trade) {
        if (ledger.last(trade.id()) != null) return false;
        ledger.put(trade.id(), trade);
        byOrder.computeIfAbsent(trade.orderId(), id -> new Roll<>()).add(trade);
        return true;
    }

    void remove(Set<Id> ids, String gateway) {
        for (Trade gone : ledger.remove(ids, gateway)) {
            Roll<Trade> roll = byOrder.get(gone.orderId());
            roll.removeIf(trade -> trade.id().equals(gone.id()));
            if (roll.isEmpty()) byOrder.remove(gone.orderId());
        }
    }

    Optional<Trade> find(Id id) {
        return ledger.find(id);
    }

    List<Trade> all() {
        return ledger.all();
    }

    List<Trade> of(Id orderId) {
        Roll<Trade> roll = byOrder.get(orderId);
        return roll == null ? List.of() : roll.copy();
    }
}

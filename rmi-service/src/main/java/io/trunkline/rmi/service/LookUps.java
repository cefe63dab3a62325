package io.trunkline.rmi.service;

import io.trunkline.engine.Books;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.rmi.access.Rights;
import io.trunkline.rmi.access.Role;
import io.trunkline.rmi.wire.Dictionary;
import io.trunkline.rmi.wire.FrameEncoder;
import io.trunkline.rmi.wire.LookUp;
import io.trunkline.rmi.wire.Protocol;
import io.trunkline.rmi.wire.WireException;
import io.trunkline.rmi.wire.WireWriter;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers look-ups: in the engine's books, as frames with a dictionary of their own, or for the tables and actions of
 * the service and of other apps. Safe from any thread.
 */
final class LookUps {

    private static final Logger LOG = LoggerFactory.getLogger(LookUps.class);

    private final Books books;
    private final MonitorTables tables;
    private final PluginOffers offers;

    LookUps(MainEngine engine, MonitorTables tables) {
        this.books = engine;
        this.tables = tables;
        this.offers = new PluginOffers(engine);
    }

    byte[] answer(byte[] request, Rights rights) throws WireException {
        LookUp lookUp = LookUp.decode(request);
        if (lookUp.kind() == LookUp.Kind.MONITORS || lookUp.kind() == LookUp.Kind.ACTIONS) {
            return rights.role().includes(Role.SUPERVISOR) ? shown(lookUp) : MonitorTables.NONE;
        }
        WireWriter out = new WireWriter(1 << 12);
        FrameEncoder encoder = new FrameEncoder(new Dictionary(), 0, kind -> Optional.empty());
        for (Event event : find(lookUp)) {
            if (!rights.view().sees(event)) continue;
            try {
                encoder.encode(event, out);
            } catch (IllegalArgumentException e) {
                LOG.debug("a record is left out of an answer", e);
            }
            if (out.length() > Protocol.MAX_REPLY - Protocol.MAX_FRAME) break;
        }
        return out.toByteArray();
    }

    private byte[] shown(LookUp lookUp) throws WireException {
        if (lookUp.kind() == LookUp.Kind.ACTIONS) return offers.actions();
        return lookUp.key().isEmpty() ? tables.answer() : offers.tables(lookUp.key());
    }

    private List<? extends Event> find(LookUp lookUp) {
        String key = lookUp.key();
        if (key.isEmpty()) return all(lookUp.kind());
        Optional<? extends Event> found = switch (lookUp.kind()) {
            case TICKS -> books.tick(InstrumentId.parse(key));
            case CONTRACTS -> books.contract(InstrumentId.parse(key));
            case ORDERS, ACTIVE_ORDERS -> books.order(new Id(key));
            case TRADES -> books.trade(new Id(key));
            case QUOTES, ACTIVE_QUOTES -> books.quote(new Id(key));
            case POSITIONS -> books.position(new Id(key));
            case ACCOUNTS -> books.account(new Id(key));
            case GATEWAYS -> books.gatewayStatus(key);
            case MONITORS, ACTIONS -> Optional.empty();
        };
        return found.map(List::of).orElse(List.of());
    }

    private List<? extends Event> all(LookUp.Kind kind) {
        return switch (kind) {
            case TICKS -> books.ticks();
            case CONTRACTS -> books.contracts();
            case ORDERS -> books.orders();
            case ACTIVE_ORDERS -> books.activeOrders();
            case TRADES -> books.trades();
            case QUOTES -> books.quotes();
            case ACTIVE_QUOTES -> books.activeQuotes();
            case POSITIONS -> books.positions();
            case ACCOUNTS -> books.accounts();
            case GATEWAYS -> books.gatewayStatuses();
            case MONITORS, ACTIONS -> List.of();
        };
    }
}

package io.trunkline.launcher.text;

import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.AppEvent;
import io.trunkline.engine.model.Conflated;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.TimerEvent;
import io.trunkline.engine.model.Trade;

/** Writes an event as one JSON object on one line; its member {@code event} names the kind. */
public final class EventJson {

    private EventJson() {}

    /** The object, without a line break. */
    public static String line(Event event) {
        if (event instanceof Tick tick) return Shapes.TICK.event(tick);
        if (event instanceof Order order) return Shapes.ORDER.event(order);
        if (event instanceof Trade trade) return Shapes.TRADE.event(trade);
        if (event instanceof Quote quote) return Shapes.QUOTE.event(quote);
        if (event instanceof Position position) return Shapes.POSITION.event(position);
        if (event instanceof Account account) return Shapes.ACCOUNT.event(account);
        if (event instanceof Contract contract) return Shapes.CONTRACT.event(contract);
        if (event instanceof LogEntry entry) return Shapes.LOG.event(entry);
        if (event instanceof GatewayStatus status) return Shapes.STATE.event(status);
        if (event instanceof Resync resync) return Shapes.RESYNC.event(resync);
        if (event instanceof Conflated conflated) return Shapes.CONFLATED.event(conflated);
        if (event instanceof AppEvent app) return Shapes.APP.event(app);
        TimerEvent timer = (TimerEvent) event;
        return new Json().put("event", "timer").put("count", timer.count()).put("time", timer.time()).toString();
    }
}

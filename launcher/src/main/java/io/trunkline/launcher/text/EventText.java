package io.trunkline.launcher.text;

import io.trunkline.engine.PlainText;
import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.AppEvent;
import io.trunkline.engine.model.Conflated;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.Resync;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.TimerEvent;
import io.trunkline.engine.model.Trade;
import java.time.Instant;

/**
 * Writes an event as one line that a person can read: its kind, what it is about, the figures, the time at the
 * exchange.
 */
public final class EventText {

    private static final String PADDING = "        ";

    private EventText() {}

    /** The line, without control characters and without a line break. */
    public static String line(Event event) {
        return PlainText.of(text(event));
    }

    private static String text(Event event) {
        if (event instanceof Tick tick) return tick(tick);
        if (event instanceof Order order) return order(order);
        if (event instanceof Trade trade) return trade(trade);
        if (event instanceof Quote quote) return quote(quote);
        if (event instanceof Position position) return position(position);
        if (event instanceof Account account) return account(account);
        if (event instanceof Contract contract) return contract(contract);
        if (event instanceof LogEntry entry) {
            return head("log", clock(entry.time()), entry.level(), entry.gateway()) + " " + entry.message();
        }
        if (event instanceof GatewayStatus status) {
            return head("state", clock(status.time()), status.gateway(), status.state())
                    + labelled("", status.detail());
        }
        if (event instanceof Resync resync) {
            return head("resync", clock(resync.time()), resync.gateway()) + " removed " + Shapes.removed(resync);
        }
        if (event instanceof Conflated conflated) {
            return head("conflated", conflated.gateway().isEmpty() ? "here" : conflated.gateway())
                    + " " + conflated.ticks() + " ticks left out";
        }
        if (event instanceof AppEvent app) return head("app", app.kind()) + " " + app;
        return head("timer", ((TimerEvent) event).count());
    }

    private static String tick(Tick tick) {
        return head("tick", clock(tick.time(), tick.instrument()), tick.instrument())
                + " last " + lots(tick.lastPrice(), tick.lastVolume())
                + " bid " + lots(tick.bidPrice(), tick.bidVolume()) + " ask " + lots(tick.askPrice(), tick.askVolume())
                + " volume " + Numbers.text(tick.volume()) + " open-interest " + Numbers.text(tick.openInterest())
                + " " + tick.gateway();
    }

    private static String order(Order order) {
        return head("order", clock(order.time(), order.instrument()), order.instrument(), order.id(), order.direction(),
                order.offset(), order.type(), lots(order.price(), order.volume()))
                + " traded " + Numbers.text(order.traded()) + " " + order.status()
                + labelled("reference ", order.reference()) + labelled("owner ", order.owner())
                + labelled("", order.message());
    }

    private static String trade(Trade trade) {
        return head("trade", clock(trade.time(), trade.instrument()), trade.instrument(), trade.id(), trade.direction(),
                trade.offset(), lots(trade.price(), trade.volume()))
                + " of " + trade.orderId() + labelled("reference ", trade.reference())
                + labelled("owner ", trade.owner());
    }

    private static String quote(Quote quote) {
        return head("quote", clock(quote.time(), quote.instrument()), quote.instrument(), quote.id())
                + " bid " + quote.bidOffset() + " " + lots(quote.bidPrice(), quote.bidVolume())
                + " ask " + quote.askOffset() + " " + lots(quote.askPrice(), quote.askVolume()) + " " + quote.status()
                + labelled("reference ", quote.reference()) + labelled("owner ", quote.owner())
                + labelled("", quote.message());
    }

    private static String position(Position position) {
        return head("position", "-", position.instrument(), position.direction(), Numbers.text(position.volume()))
                + " yesterday " + Numbers.text(position.ydVolume()) + " frozen " + Numbers.text(position.frozen())
                + " price " + Numbers.text(position.price()) + " pnl " + Numbers.text(position.pnl()) + " "
                + position.gateway();
    }

    private static String account(Account account) {
        return head("account", "-", account.id()) + " balance " + Numbers.text(account.balance())
                + " frozen " + Numbers.text(account.frozen()) + " available " + Numbers.text(account.available());
    }

    private static String contract(Contract contract) {
        return head("contract", "-", contract.instrument(), contract.product()) + labelled("", contract.name())
                + " size " + Numbers.text(contract.size()) + " tick " + Numbers.text(contract.priceTick())
                + " " + contract.gateway();
    }

    private static String head(String kind, Object... words) {
        StringBuilder head = new StringBuilder(160).append(kind)
                .append(PADDING, Math.min(kind.length(), PADDING.length()), PADDING.length());
        for (Object word : words) head.append(' ').append(word);
        return head.toString();
    }

    private static String lots(double price, double volume) {
        return Numbers.text(volume) + "@" + Numbers.text(price);
    }

    private static String labelled(String label, String text) {
        return text.isEmpty() ? "" : " " + label + text;
    }

    private static String clock(Instant time) {
        return Times.clock(time, Zones.here());
    }

    private static String clock(Instant time, InstrumentId instrument) {
        return Times.clock(time, Zones.of(instrument.exchange()));
    }
}

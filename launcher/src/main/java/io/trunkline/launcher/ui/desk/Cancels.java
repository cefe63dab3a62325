package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Quote;
import io.trunkline.launcher.ui.Texts;
import java.util.List;
import java.util.function.Function;

/** Asks to cancel and sums up what came of it. Its calls may block. */
final class Cancels {

    private final MainEngine engine;
    private final Texts texts;

    Cancels(MainEngine engine, Texts texts) {
        this.engine = engine;
        this.texts = texts;
    }

    /** Asks to cancel those of some orders that can still trade. */
    Note orders(List<Order> orders) {
        return cancel(orders.stream().filter(Order::isActive).toList(),
                order -> engine.cancelOrder(order.cancelRequest()));
    }

    /** Asks to cancel those of some quotes that can still trade. */
    Note quotes(List<Quote> quotes) {
        return cancel(quotes.stream().filter(Quote::isActive).toList(),
                quote -> engine.cancelQuote(quote.cancelRequest()));
    }

    private <R> Note cancel(List<R> active, Function<R, Outcome> request) {
        if (active.isEmpty()) return Note.plain(texts.get("desk.note.notActive"));
        List<Outcome> failed = active.stream().map(request).filter(outcome -> !outcome.isAccepted()).toList();
        String asked = texts.format("desk.note.cancelled", String.valueOf(active.size() - failed.size()));
        if (failed.isEmpty()) return Note.plain(asked);
        Note first = new OutcomeNote(texts).sent(failed.get(0));
        return new Note(failed.size() == active.size() ? first.text() : asked + " " + first.text(), first.tone());
    }
}

package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.launcher.ui.Texts;
import java.util.Collection;
import java.util.List;

/**
 * Sends the orders of a desk and cancels them all. Cancels have a lane of their own: a sending that does not return
 * must not hold them up. For the event dispatch thread.
 */
final class OwnRequests {

    private final MainEngine engine;
    private final Texts texts;
    private final OwnOrders own;
    private final RequestLane sending;
    private final RequestLane cancelling;
    private final OutcomeNote outcomes;
    private final Cancels cancels;

    OwnRequests(MainEngine engine, Texts texts, DeskSession session) {
        this.engine = engine;
        this.texts = texts;
        own = session.own();
        sending = session.lane();
        cancelling = session.cancelLane();
        outcomes = new OutcomeNote(texts);
        cancels = new Cancels(engine, texts);
    }

    /** Sends an order, unless all are cancelled before its turn comes. */
    void send(OrderRequest order) {
        OrderRequest request = own.mark(order);
        sending.ask(() -> {
            if (!own.isUnwanted(request.clientKey())) {
                return outcomes.sent(own.sent(request, engine.sendOrder(request)));
            }
            own.forget(request.clientKey());
            return Note.plain(texts.get("desk.note.notSent"));
        });
    }

    /** Cancels those that can trade, and later those of which it is not known yet whether they can. */
    void cancelAll() {
        own.dropUnseen();
        cancelling.ask(this::cancelKnown);
    }

    private Note cancelKnown() {
        List<Order> active = own.activeOf(engine.activeOrders());
        active.forEach(own::takeUnwanted);
        if (active.isEmpty() && !own.hasUnwanted()) return Note.plain(texts.get("desk.note.noneActive"));
        Note asked = active.isEmpty() ? Note.plain("") : cancels.orders(active);
        if (!own.hasUnwanted()) return asked;
        String later = texts.get("desk.note.cancelledLater");
        return new Note((asked.text() + " " + later).strip(), asked.tone());
    }

    /** Takes note of orders that came into the books or changed there, and cancels those that had to wait for that. */
    void update(Collection<Order> orders) {
        for (Order order : orders) {
            if (!own.isOwn(order) || !own.isUnwantedElseSeen(order)) continue;
            cancelling.ask(() -> own.takeUnwanted(order) ? cancels.orders(List.of(order)) : Note.plain(""));
        }
    }
}

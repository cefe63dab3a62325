package io.trunkline.rmi.service;

import io.trunkline.engine.model.History;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Refusal;
import io.trunkline.engine.model.Reply;
import io.trunkline.rmi.access.Audit;
import io.trunkline.rmi.wire.ActionRequest;
import io.trunkline.rmi.wire.Sent;

/** Writes down what one client asked for and what came of it. Safe from any thread. */
final class SessionAudit {

    private final Audit audit;
    private final Session session;

    SessionAudit(Audit audit, Session session) {
        this.audit = audit;
        this.session = session;
    }

    /** Something was asked for by which orders or quotes are sent or cancelled, and not refused. */
    void carriedOut(String kind, Object request, Reply reply) {
        if (!audit.isKept()) return;
        if (reply instanceof Outcome.Accepted accepted) write(kind, request, "accepted as " + accepted.id());
        else if (reply instanceof Outcome.InDoubt doubt) write(kind, request, "in doubt: " + doubt.reason());
        else if (!isRefused(reply)) write(kind, request, reply.toString());
    }

    /** Something was refused; the request is null if it could not be read. */
    void refused(Object request, Reply reply) {
        if (reply instanceof Outcome.Refused no) refused(request, no.refusal());
        else if (reply instanceof History.Refused no) refused(request, no.refusal());
    }

    private void refused(Object request, Refusal refusal) {
        write("refused", request, refusal.toString());
    }

    /** An action was asked for. */
    void acted(ActionRequest request, ActionRequest.Answer answer) {
        write(answer.refusal() == null ? "action" : "refused", request.plugin() + " " + request.action() + " "
                + request.parameters(), answer.refusal() == null ? answer.text() : answer.refusal().toString());
    }

    static boolean isRefused(Reply reply) {
        return reply instanceof Outcome.Refused || reply instanceof History.Refused;
    }

    private void write(String event, Object request, String result) {
        if (!audit.isKept()) return;
        audit.write(session.clientName(), session.peer(), event,
                "session " + session.number() + (request == null ? "" : " " + text(request)) + ": " + result);
    }

    private static String text(Object request) {
        Object plain = request instanceof Sent<?> sent ? sent.request() : request;
        if (plain instanceof OrderRequest order) {
            return order.direction() + " " + order.offset() + " " + order.volume() + " " + order.instrument() + " @"
                    + order.price() + " " + order.type() + " at " + order.gateway() + " key " + order.clientKey()
                    + " reference " + order.reference();
        }
        if (plain instanceof QuoteRequest quote) {
            return "bid " + quote.bidVolume() + " @" + quote.bidPrice() + " ask " + quote.askVolume() + " @"
                    + quote.askPrice() + " " + quote.instrument() + " at " + quote.gateway() + " key "
                    + quote.clientKey() + " reference " + quote.reference();
        }
        return plain.toString();
    }
}

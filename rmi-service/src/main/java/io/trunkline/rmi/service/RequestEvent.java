package io.trunkline.rmi.service;

import io.trunkline.engine.model.Reply;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** For JDK Flight Recorder: an order, quote or cancel of a client was answered, in the time that this took. */
@Name("io.trunkline.Request")
@Label("Request carried out")
@Category("Trunkline")
@Description("An order, quote or cancel of a client was answered, in the time that this took")
@StackTrace(false)
final class RequestEvent extends Event {

    @Label("Session")
    int session;

    @Label("Client")
    String client;

    @Label("Kind")
    String kind;

    @Label("Answer")
    String answer;

    /** Ends and records it. */
    void finish(Session of, String what, Reply reply) {
        if (!shouldCommit()) return;
        session = of.number();
        client = of.clientName();
        kind = what;
        answer = reply.toString();
        commit();
    }
}

package io.trunkline.rmi.service;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** For JDK Flight Recorder: a client has no session any more. */
@Name("io.trunkline.SessionEnded")
@Label("Session ended")
@Category("Trunkline")
@Description("A client has no session any more")
@StackTrace(false)
final class SessionEndedEvent extends Event {

    @Label("Session")
    int session;

    @Label("Client")
    String client;

    @Label("Address")
    String address;

    @Label("Reason")
    String reason;

    static void record(Session session) {
        SessionEndedEvent event = new SessionEndedEvent();
        if (!event.shouldCommit()) return;
        event.session = session.number();
        event.client = session.clientName();
        event.address = session.peer();
        event.reason = session.endReason();
        event.commit();
    }
}

package io.trunkline.rmi.service;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** For JDK Flight Recorder: a client got a session at the service. */
@Name("io.trunkline.SessionOpened")
@Label("Session opened")
@Category("Trunkline")
@Description("A client got a session at the service")
@StackTrace(false)
final class SessionOpenedEvent extends Event {

    @Label("Session")
    int session;

    @Label("Client")
    String client;

    @Label("Address")
    String address;

    @Label("Resumed")
    boolean resumed;

    static void record(Session session, boolean isResumed) {
        SessionOpenedEvent event = new SessionOpenedEvent();
        if (!event.shouldCommit()) return;
        event.session = session.number();
        event.client = session.clientName();
        event.address = session.peer();
        event.resumed = isResumed;
        event.commit();
    }
}

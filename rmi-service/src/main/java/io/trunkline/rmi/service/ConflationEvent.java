package io.trunkline.rmi.service;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** For JDK Flight Recorder: a client is so far behind that outdated ticks are left out. */
@Name("io.trunkline.Conflation")
@Label("Conflation begins")
@Category("Trunkline")
@Description("A client is so far behind that outdated ticks are left out")
@StackTrace(false)
final class ConflationEvent extends Event {

    @Label("Session")
    int session;

    @Label("Client")
    String client;

    @Label("Events behind")
    long behind;

    static void record(Session session, long behind) {
        ConflationEvent event = new ConflationEvent();
        if (!event.shouldCommit()) return;
        event.session = session.number();
        event.client = session.clientName();
        event.behind = behind;
        event.commit();
    }
}

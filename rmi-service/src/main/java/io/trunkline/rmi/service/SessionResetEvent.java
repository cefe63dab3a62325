package io.trunkline.rmi.service;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** For JDK Flight Recorder: a client fell behind further than the log reaches, and has to start over. */
@Name("io.trunkline.SessionReset")
@Label("Session reset")
@Category("Trunkline")
@Description("A client fell behind further than the log reaches, and has to start over")
@StackTrace(false)
final class SessionResetEvent extends Event {

    @Label("Session")
    int session;

    @Label("Client")
    String client;

    @Label("Events behind")
    long behind;

    static void record(Session session, long behind) {
        SessionResetEvent event = new SessionResetEvent();
        if (!event.shouldCommit()) return;
        event.session = session.number();
        event.client = session.clientName();
        event.behind = behind;
        event.commit();
    }
}

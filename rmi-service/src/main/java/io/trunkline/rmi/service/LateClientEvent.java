package io.trunkline.rmi.service;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.StackTrace;

/** For JDK Flight Recorder: a client is so far behind that something has to be done about it. */
@Category("Trunkline")
@StackTrace(false)
abstract class LateClientEvent extends Event {

    @Label("Session")
    int session;

    @Label("Client")
    String client;

    @Label("Events behind")
    long behind;

    /** Records it of a session that is a number of events behind. */
    final void record(Session late, long events) {
        if (!shouldCommit()) return;
        session = late.number();
        client = late.clientName();
        behind = events;
        commit();
    }
}

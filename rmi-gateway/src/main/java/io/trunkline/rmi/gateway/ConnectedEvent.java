package io.trunkline.rmi.gateway;

import io.trunkline.rmi.wire.Address;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** For JDK Flight Recorder: a gateway has a session at its server. */
@Name("io.trunkline.Connected")
@Label("Connected")
@Category("Trunkline")
@Description("A gateway has a session at its server")
@StackTrace(false)
final class ConnectedEvent extends Event {

    @Label("Gateway")
    String gateway;

    @Label("Server")
    String server;

    @Label("Session")
    int session;

    @Label("Resumed")
    boolean resumed;

    static void record(String gateway, Link link, Address server) {
        ConnectedEvent event = new ConnectedEvent();
        if (!event.shouldCommit()) return;
        event.gateway = gateway;
        event.server = server.toString();
        event.session = link.number();
        event.resumed = link.receiver().isResumed();
        event.commit();
    }
}

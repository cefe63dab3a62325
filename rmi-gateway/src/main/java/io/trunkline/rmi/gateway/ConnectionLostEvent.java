package io.trunkline.rmi.gateway;

import io.trunkline.rmi.wire.Address;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** For JDK Flight Recorder: a gateway has lost its session, or could not open one. */
@Name("io.trunkline.ConnectionLost")
@Label("Connection lost")
@Category("Trunkline")
@Description("A gateway has lost its session, or could not open one")
@StackTrace(false)
final class ConnectionLostEvent extends Event {

    @Label("Gateway")
    String gateway;

    @Label("Server")
    String server;

    @Label("Reason")
    String reason;

    static void record(String gateway, Address server, String reason) {
        ConnectionLostEvent event = new ConnectionLostEvent();
        if (!event.shouldCommit()) return;
        event.gateway = gateway;
        event.server = server.toString();
        event.reason = reason;
        event.commit();
    }
}

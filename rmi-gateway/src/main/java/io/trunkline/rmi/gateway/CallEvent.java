package io.trunkline.rmi.gateway;

import io.trunkline.engine.model.Outcome;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** For JDK Flight Recorder: a request was made to the server and answered, in the time that this took. */
@Name("io.trunkline.Call")
@Label("Request to the server")
@Category("Trunkline")
@Description("A request was made to the server and answered, in the time that this took")
@StackTrace(false)
final class CallEvent extends Event {

    @Label("Gateway")
    String gateway;

    @Label("Client key")
    String clientKey;

    @Label("Answer")
    String answer;

    /** Ends and records it. */
    void finish(String name, String key, Outcome outcome) {
        if (!shouldCommit()) return;
        gateway = name;
        clientKey = key;
        answer = outcome.toString();
        commit();
    }
}

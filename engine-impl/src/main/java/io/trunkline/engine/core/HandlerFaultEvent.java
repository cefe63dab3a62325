package io.trunkline.engine.core;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** For JDK Flight Recorder: a handler or task on the event thread threw. */
@Name("io.trunkline.HandlerFault")
@Label("Handler fault")
@Category("Trunkline")
@Description("A handler or task on the event thread threw")
@StackTrace(false)
final class HandlerFaultEvent extends Event {

    @Label("Handler")
    String handler;

    @Label("Event")
    String event;

    @Label("Fault")
    String fault;
}

package io.trunkline.rmi.gateway;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** For JDK Flight Recorder: a digest showed that books are not those of the server. */
@Name("io.trunkline.BooksDiffer")
@Label("Books differ")
@Category("Trunkline")
@Description("A digest showed that books are not those of the server")
@StackTrace(false)
final class BooksDifferEvent extends Event {

    @Label("Gateway")
    String gateway;

    @Label("Kinds of records")
    String kinds;

    @Label("Sequence")
    long sequence;

    static void record(String gateway, String kinds, long sequence) {
        BooksDifferEvent event = new BooksDifferEvent();
        if (!event.shouldCommit()) return;
        event.gateway = gateway;
        event.kinds = kinds;
        event.sequence = sequence;
        event.commit();
    }
}

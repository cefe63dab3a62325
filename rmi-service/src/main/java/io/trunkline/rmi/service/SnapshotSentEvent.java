package io.trunkline.rmi.service;

import io.trunkline.engine.model.Snapshot;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** For JDK Flight Recorder: the books were written to a client, in the time that this took. */
@Name("io.trunkline.SnapshotSent")
@Label("Snapshot sent")
@Category("Trunkline")
@Description("The books were written to a client, in the time that this took")
@StackTrace(false)
final class SnapshotSentEvent extends Event {

    @Label("Session")
    int session;

    @Label("Client")
    String client;

    @Label("Orders")
    int orders;

    @Label("Trades")
    int trades;

    @Label("Contracts")
    int contracts;

    /** Ends and records it. */
    void finish(Session of, Snapshot books) {
        if (!shouldCommit()) return;
        session = of.number();
        client = of.clientName();
        orders = books.orders().size();
        trades = books.trades().size();
        contracts = books.contracts().size();
        commit();
    }
}

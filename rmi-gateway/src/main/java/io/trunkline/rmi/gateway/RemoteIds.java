package io.trunkline.rmi.gateway;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Outcome;

/** Ids of orders and quotes that stand behind a gateway of the server's, such as {@code RPC.SIM.7}. */
final class RemoteIds {

    private RemoteIds() {}

    /** Whether an id names no gateway of the server, so that it is an id to nobody there. */
    static boolean isOfNoneBehind(Id id) {
        String inner = id.local();
        int dot = inner.indexOf('.');
        return dot <= 0 || dot == inner.length() - 1;
    }

    static Outcome unknown(String kind, Id id) {
        return Outcome.refused("unknown-" + kind, "there is no " + kind + " " + id
                + ": the ids of what is behind " + id.gateway() + " look like " + id.gateway() + ".SIM.7");
    }
}

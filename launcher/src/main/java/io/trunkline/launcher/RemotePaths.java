package io.trunkline.launcher;

import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.Id;

/** Paths and ids as they are typed: in a client's terms, or as the server itself writes them. */
final class RemotePaths {

    private RemotePaths() {}

    /** The path in our terms: {@code SIM} and {@code RPC.SIM} are the same; null is the server as a whole. */
    static String path(String typed) {
        if (typed == null) return Names.RPC;
        return GatewayPath.isUnder(typed, Names.RPC) ? typed : GatewayPath.join(Names.RPC, typed);
    }

    /** The id in our terms: {@code SIM.7} and {@code RPC.SIM.7} are the same. */
    static Id id(String typed) {
        try {
            Id id = Id.parse(typed);
            return id.gateway().equals(Names.RPC) ? id : id.under(Names.RPC);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(
                    "'" + typed + "' is not an id; write it as 'trunkline query orders' shows it, such as RPC.SIM.7");
        }
    }
}

package io.trunkline.engine.model;

/**
 * A record that an engine keeps by id until a {@link Resync} removes it: all that a gateway reports but market data,
 * logs and its own state.
 */
public sealed interface StateRecord permits Order, Trade, Quote, Position, Account, Contract {

    /** The id, unique among the records of its kind. It starts with {@link #gateway()} and a dot. */
    Id id();

    /** The path of the gateway that reported it, such as {@code CTP}, or {@code RPC.CTP} on a client. */
    String gateway();

    /** The same record as seen at another gateway path; its ids move along. */
    StateRecord at(String gateway);

    /**
     * Whether books take this record in place of the last one of its kind and id: no other trade, and no order or quote
     * that goes back.
     */
    default boolean mayFollow(StateRecord last) {
        return true;
    }
}

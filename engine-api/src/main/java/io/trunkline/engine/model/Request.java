package io.trunkline.engine.model;

/**
 * Something that a user asks a gateway to do. It names the gateway by a path: the local gateway, or through a remote
 * one the gateway of the engine behind it ({@code RPC.CTP}).
 */
public sealed interface Request permits SubscribeRequest, UnsubscribeRequest, OrderRequest, CancelRequest, QuoteRequest,
        CancelQuoteRequest, HistoryRequest {

    /** The path of the gateway that is asked. */
    String gateway();

    /** What the request is about, or null where a cancel does not say. */
    InstrumentId instrument();

    /**
     * The same request addressed to another path. In the id of a cancel, whose {@link #gateway()} is a local gateway's
     * name, the path takes the place of that name: the rest of the id stays.
     */
    Request at(String gateway);
}

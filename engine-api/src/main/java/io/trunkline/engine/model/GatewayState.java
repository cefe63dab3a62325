package io.trunkline.engine.model;

/** How a gateway stands to what it connects to. */
public enum GatewayState {
    /** Trying to connect, for the first time or again. */
    CONNECTING,
    /** Connected; contracts, accounts, positions, orders and trades are still coming in. */
    SYNCING,
    /** Connected, and all it reports is up to date. */
    LIVE,
    /** Connected, but nothing was heard for longer than it should be. */
    STALE,
    /** Not connected and not trying to: never connected, closed, or given up with a reason. */
    DOWN
}

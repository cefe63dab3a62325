package io.trunkline.engine.model;

/**
 * Something that happened. One object stands for one happening, whoever looks at it: a general and a keyed handler get
 * the same object.
 */
public sealed interface Event permits Tick, Order, Trade, Quote, Position, Account, Contract, LogEntry, GatewayStatus,
        Resync, Conflated, TimerEvent, AppEvent {

    /**
     * What keyed handlers choose by, or null if the kind has no key. An {@link InstrumentId} for ticks, trades,
     * positions, quotes and contracts; an {@link Id} for orders and accounts; a gateway path (a String) for logs,
     * gateway states, resyncs and conflation; the {@linkplain AppEvent#kind() kind} for events of apps.
     */
    Object key();
}

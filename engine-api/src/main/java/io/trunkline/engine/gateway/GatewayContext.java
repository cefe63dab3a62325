package io.trunkline.engine.gateway;

import io.trunkline.engine.event.AppEventCodec;
import io.trunkline.engine.event.EventSink;
import io.trunkline.engine.model.Snapshot;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What an engine gives a gateway.
 *
 * @param name the name that the gateway has in this engine; its ids and paths start with it
 * @param sink where it publishes
 * @param clock for stamps; deadlines use monotonic time instead
 * @param home the folder for files; empty if nothing may be written
 * @param codecs finds the codec of a kind of app event
 * @param snapshots hands a copy of the engine's books to whoever is given to it, on the event thread: as they are after
 *     all that the caller published before, and before all that it publishes after
 * @param identity who the engine is: no other has the same, but for the one that takes over its journal after a restart
 */
public record GatewayContext(
        String name, EventSink sink, InstantSource clock, Optional<Path> home,
        Function<String, Optional<AppEventCodec<?>>> codecs, Consumer<Consumer<Snapshot>> snapshots, UUID identity) {

    /** Checks that nothing is null. */
    public GatewayContext {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sink, "sink");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(codecs, "codecs");
        Objects.requireNonNull(snapshots, "snapshots");
        Objects.requireNonNull(identity, "identity");
    }

    /** A context without files, app events and books; a snapshot that is asked for never comes. */
    public static GatewayContext of(String name, EventSink sink, InstantSource clock) {
        return new GatewayContext(name, sink, clock, Optional.empty(), kind -> Optional.empty(), taker -> { },
                UUID.randomUUID());
    }
}

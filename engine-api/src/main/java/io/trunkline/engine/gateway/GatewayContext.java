package io.trunkline.engine.gateway;

import io.trunkline.engine.event.AppEventCodec;
import io.trunkline.engine.event.EventSink;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an engine gives a gateway.
 *
 * @param name the name that the gateway has in this engine; its ids and paths start with it
 * @param sink where it publishes
 * @param clock for stamps; deadlines use monotonic time instead
 * @param home the folder for files; empty if nothing may be written
 * @param codecs finds the codec of a kind of app event
 */
public record GatewayContext(
        String name, EventSink sink, InstantSource clock, Optional<Path> home,
        Function<String, Optional<AppEventCodec<?>>> codecs) {

    /** Checks that nothing is null. */
    public GatewayContext {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sink, "sink");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(codecs, "codecs");
    }

    /** A context without files and app events. */
    public static GatewayContext of(String name, EventSink sink, InstantSource clock) {
        return new GatewayContext(name, sink, clock, Optional.empty(), kind -> Optional.empty());
    }
}

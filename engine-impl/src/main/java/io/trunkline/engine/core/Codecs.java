package io.trunkline.engine.core;

import io.trunkline.engine.event.AppEventCodec;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The codecs of app events by their kinds. Thread-safe. */
final class Codecs {

    private final Map<String, AppEventCodec<?>> byKind = new ConcurrentHashMap<>();

    void add(AppEventCodec<?> codec) {
        if (byKind.putIfAbsent(codec.kind(), codec) != null) {
            throw new IllegalArgumentException("app events of kind " + codec.kind() + " have a codec already");
        }
    }

    Optional<AppEventCodec<?>> find(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}

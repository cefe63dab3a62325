package io.trunkline.engine.event;

import io.trunkline.engine.model.AppEvent;

/**
 * Turns one kind of app event into bytes and back, so that it can reach remote clients. Thread-safe.
 *
 * @param <E> the event's class
 */
public interface AppEventCodec<E extends AppEvent> {

    /** The kind that it is for, as {@link AppEvent#kind()} says it. */
    String kind();

    /** The class of its events. */
    Class<E> type();

    /** The version that {@link #encode} writes. */
    int version();

    /** The event's bytes, at most 64 KiB. */
    byte[] encode(E event);

    /**
     * The event of some bytes.
     *
     * @throws IllegalArgumentException if the version is unknown or the bytes are malformed; the event is then counted
     *     and skipped
     */
    E decode(int version, byte[] bytes);
}

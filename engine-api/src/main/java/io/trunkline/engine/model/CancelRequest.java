package io.trunkline.engine.model;

import java.util.Objects;

/**
 * Asks to cancel an order.
 *
 * @param id the order's id
 * @param instrument the order's instrument, or null if the asker does not know it; the engine fills it in from its
 *     books
 */
public record CancelRequest(Id id, InstrumentId instrument) implements Request {

    /** Checks that the id is not null. */
    public CancelRequest {
        Objects.requireNonNull(id, "id");
    }

    /** Asks by the id alone. */
    public static CancelRequest of(Id id) {
        return new CancelRequest(id, null);
    }

    /** The name of the local gateway that the id belongs to. */
    @Override
    public String gateway() {
        return id.gateway();
    }

    @Override
    public CancelRequest at(String path) {
        return new CancelRequest(Id.of(path, id.local()), instrument);
    }
}

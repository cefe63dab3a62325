package io.trunkline.engine.model;

import java.util.Objects;

/**
 * Asks to cancel a quote.
 *
 * @param id the quote's id
 * @param instrument the quote's instrument, or null if the asker does not know it; the engine fills it in from its
 *     books
 */
public record CancelQuoteRequest(Id id, InstrumentId instrument) implements Request {

    /** Checks that the id is not null. */
    public CancelQuoteRequest {
        Objects.requireNonNull(id, "id");
    }

    /** Asks by the id alone. */
    public static CancelQuoteRequest of(Id id) {
        return new CancelQuoteRequest(id, null);
    }

    /** The name of the local gateway that the id belongs to. */
    @Override
    public String gateway() {
        return id.gateway();
    }

    @Override
    public CancelQuoteRequest at(String path) {
        return new CancelQuoteRequest(Id.of(path, id.local()), instrument);
    }
}

package io.trunkline.engine.core;

import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.QuoteRequest;

/**
 * Tells what a request asks for from what others do: the same in every JVM for the same trade, whoever asks for it, by
 * whatever path and until when.
 */
final class Fingerprint {

    private static final long FACTOR = 0x9E3779B97F4A7C15L; // 2^64 over the golden ratio, which spreads well

    private Fingerprint() {}

    static long of(OrderRequest request) {
        long sum = add(1, request.instrument());
        sum = add(sum, request.direction().name());
        sum = add(sum, request.type().name());
        sum = add(sum, request.offset().name());
        sum = add(sum, request.volume());
        sum = add(sum, request.price());
        return add(sum, request.reference());
    }

    static long of(QuoteRequest request) {
        long sum = add(2, request.instrument());
        sum = add(sum, request.bidOffset().name());
        sum = add(sum, request.askOffset().name());
        sum = add(sum, request.bidPrice());
        sum = add(sum, request.bidVolume());
        sum = add(sum, request.askPrice());
        sum = add(sum, request.askVolume());
        return add(sum, request.reference());
    }

    private static long add(long sum, InstrumentId instrument) {
        return add(add(sum, instrument.symbol()), instrument.exchange().name());
    }

    private static long add(long sum, String text) {
        return mix(sum, text.hashCode());
    }

    private static long add(long sum, double number) {
        return mix(sum, Double.doubleToLongBits(number + 0.0)); // minus zero is zero
    }

    private static long mix(long sum, long value) {
        long mixed = (sum ^ value) * FACTOR;
        return mixed ^ mixed >>> 29;
    }
}

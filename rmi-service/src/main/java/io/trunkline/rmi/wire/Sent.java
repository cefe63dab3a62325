package io.trunkline.rmi.wire;

import io.trunkline.engine.model.Request;

/**
 * A request whose age matters.
 *
 * @param request what is asked for
 * @param nanos the client's {@link System#nanoTime} when it was sent
 * @param <R> its class
 */
public record Sent<R extends Request>(R request, long nanos) { }

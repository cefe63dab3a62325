/**
 * The vocabulary: what exists on an exchange, what happens there and what can be asked of it. All types are immutable
 * values that check themselves when they are made.
 *
 * <p><b>Conventions.</b> Prices and volumes are doubles; {@code 0} means "not known" in market data. Instants are UTC
 * with nanosecond precision. Texts are never null; an unknown text is empty. Components that may be null say so.
 *
 * <p><b>Threads.</b> Everything here may be shared between threads freely.
 *
 * <p>Start reading at {@link io.trunkline.engine.model.Event}, then {@link io.trunkline.engine.model.Id}.
 */
package io.trunkline.engine.model;

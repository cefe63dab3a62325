/**
 * The engine as its users see it: a facade over the event engine, the books and the gateways, and the contracts for
 * apps and interceptors.
 *
 * <p><b>Threads.</b> Everything on {@link io.trunkline.engine.MainEngine} may be called from any thread.
 *
 * <p>Start reading at {@link io.trunkline.engine.MainEngine}.
 */
package io.trunkline.engine;

/**
 * How events travel inside one engine: many threads publish, one thread hands them out in order.
 *
 * <p><b>Threads.</b> Everything may be called from any thread. Handlers run on the engine's one event thread and must
 * not block it.
 *
 * <p>Start reading at {@link io.trunkline.engine.event.EventEngine}.
 */
package io.trunkline.engine.event;

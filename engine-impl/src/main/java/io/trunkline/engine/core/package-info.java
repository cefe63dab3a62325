/**
 * The engine: event dispatch, books, offset conversion, requests and their interceptors, plug-in loading, the
 * business log. Only {@link io.trunkline.engine.core.CoreEngineProvider} is public; everybody else sees the contracts
 * of engine-api.
 *
 * <p><b>Threads.</b> {@code event-engine} applies events to the books and calls the handlers, and alone writes the
 * books, which every thread reads. {@code engine-schedule} tells gateways of subscriptions that ended. {@code
 * log-writer} writes log entries. {@code engine-close} lives while an engine closes, to bound what each plug-in
 * takes. All are daemons and end with their engine. Requests run on their caller's thread and wait for each other
 * only where they share a client key, an instrument's subscription, or the interceptors.
 *
 * <p>Start reading at {@code CoreMainEngine}, then {@code CoreEventEngine}, {@code CoreBooks} and {@code OrderDesk}.
 */
package io.trunkline.engine.core;

/**
 * The shared desk: the pre-trade rules and trading states that hold for everybody who trades through an engine. Only
 * {@link io.trunkline.engine.desk.DeskProvider} is public; the app is found as the type {@code Desk}.
 *
 * <p><b>Threads.</b> Requests are checked on their callers' threads, one at a time under the lock of the engine's
 * interceptors, without any file being touched. The event thread tells which orders are active. {@code desk-1} and
 * {@code desk-2}, daemons that end with the app, write the counts and ask about orders in doubt. Whoever switches a
 * state writes it himself, before the switch is answered.
 *
 * <p>Start reading at {@code DeskApp}, then {@code DeskRun}, {@code DeskInterceptor} and the rules.
 */
package io.trunkline.engine.desk;

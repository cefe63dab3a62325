/**
 * The simulated exchange, gateway type {@code SIM}: it replays recorded ticks, matches orders and quotes against the
 * recorded book, keeps positions and an account, and answers recorded bars.
 *
 * <p><b>Threads.</b> A connected gateway has two daemon threads: {@code sim-NAME} opens the files, publishes the start
 * state and then every tick; {@code sim-NAME-reader} parses ahead of it in bounded memory. Requests run on their
 * caller's thread. All that the exchange knows is guarded by the one lock of {@link io.trunkline.engine.sim.Exchange},
 * and what happens is published under that lock, so that the order of events is the order of happenings. Nothing under
 * the lock blocks.
 *
 * <p>Start reading at {@link io.trunkline.engine.sim.SimGateway}, then {@link io.trunkline.engine.sim.Replay} for
 * ticks and {@link io.trunkline.engine.sim.Exchange} for orders.
 */
package io.trunkline.engine.sim;

/**
 * The contract between an engine and what it connects to: an exchange, a broker, a simulation, another engine.
 *
 * <p><b>Threads.</b> The engine calls a gateway from any thread, several at a time. A gateway publishes from threads of
 * its own and never touches the engine's books.
 *
 * <p>Start reading at {@link io.trunkline.engine.gateway.Gateway}; write a
 * {@link io.trunkline.engine.gateway.GatewayProvider} to have it found.
 */
package io.trunkline.engine.gateway;

/**
 * The gateway to another engine: same interface and same events as any gateway, but what is behind it is a service and
 * all the gateways of its engine.
 *
 * <p><b>Threads.</b> One thread a gateway connects, watches and connects again; one a session gives signs of life and
 * asks again for subscriptions. Events arrive on the thread of the connection that carries the stream; it decodes and
 * publishes and runs no user code but codecs of app events. Requests run on their callers' threads.
 *
 * <p>Start reading at {@code RmiGateway}, then {@code Connector}, {@code Link} and {@code StreamReceiver}.
 */
package io.trunkline.rmi.gateway;

/**
 * Paper trading: the app {@code Paper} answers the orders, quotes and cancels of chosen clients by the simulated
 * exchange, on the ticks of the gateway that they name, so that nothing of them reaches a real one. Only
 * {@link io.trunkline.engine.paper.PaperProvider} is public.
 *
 * <p><b>What a client sees.</b> Each has a gateway of its own, such as {@code PAPER-alice}, under which its orders,
 * trades, quotes, positions and its account appear: positions have no owner, so that a common gateway would mix them.
 * It goes on naming the real gateway, or names its paper gateway where one gateway alone has the instrument. Ticks and
 * contracts are those of the real gateways. An instrument stays with the gateway at which it was first traded. Nothing
 * is kept: the accounts begin anew at each start.
 *
 * <p><b>What is safe.</b> From when the app is added until its first start, all clients' orders are refused. While it
 * runs, what is not known to be harmless is refused, and so is everything if the app fails. The desk's rules and
 * the clients' rights stand before it in the chain and hold for paper orders too. After a stop, which logs a warning,
 * orders are real.
 *
 * <p><b>Threads.</b> Orders are matched on their callers' threads, under the lock of the engine's interceptors and then
 * that of {@code PaperAccount}; ticks on the event thread, under the latter alone. Neither blocks. Only the daemon
 * {@code paper-subscribe} calls gateways.
 */
package io.trunkline.engine.paper;

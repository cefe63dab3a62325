/**
 * The command {@code pair}: moves an identity to another machine by means of a code that a person carries. The bytes,
 * and why they are safe, are in {@code doc/PROTOCOL.md}, "Pairing".
 *
 * <p><b>Threads.</b> A verb runs on the thread that calls it. Each connection has a daemon thread besides, which closes
 * it when its time is over and ends with it.
 *
 * <p>Start reading at {@code OfferVerb} and {@code Offer}, or {@code TakeVerb} and {@code Taking}.
 */
package io.trunkline.rmi.pair;

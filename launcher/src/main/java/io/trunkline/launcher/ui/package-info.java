/**
 * The desktop window of servers and clients. It knows an engine, and gateways and apps by what they say of themselves;
 * a new plug-in appears in it without a change.
 *
 * <p>Components are made and used on Swing's event dispatch thread. Events come on the engine's event thread, which only
 * hands them over; requests that may block leave on a thread of their own.
 */
package io.trunkline.launcher.ui;

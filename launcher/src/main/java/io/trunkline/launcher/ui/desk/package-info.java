/**
 * The trading desk: the panel that sends orders, the depth of the market and the tables of everything that the engine's
 * books hold.
 *
 * <p>The engine's event thread only puts the newest state of each record into queues. A timer of the event dispatch
 * thread empties them a few times a second and brings the tables up to date in one go. Requests leave on a thread of
 * the desk's own. Start reading at {@link DeskView}.
 */
package io.trunkline.launcher.ui.desk;

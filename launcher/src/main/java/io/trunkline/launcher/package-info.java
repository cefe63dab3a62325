/**
 * The command line: one class a command, with what they share beside them.
 *
 * <p>It knows no gateway and no app but by name, in {@link io.trunkline.launcher.Names}; what they can be told comes
 * from their own setting descriptors.
 *
 * <p><b>Threads.</b> A command runs on the main thread and may block there. What it registers with an engine is called
 * on the engine's event thread and says so.
 *
 * <p>Start reading at {@link io.trunkline.launcher.Main}.
 */
package io.trunkline.launcher;

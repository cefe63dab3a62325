/**
 * Runs scripts, and the prompt, by the JDK's jshell in this JVM. Nothing else may need the module {@code jdk.jshell},
 * which a runtime may lack.
 *
 * <p><b>Threads.</b> Scripts run on the thread that runs the command.
 *
 * <p>Start reading at {@link io.trunkline.launcher.jshell.Jshell}.
 */
package io.trunkline.launcher.jshell;

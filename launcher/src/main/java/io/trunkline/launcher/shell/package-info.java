/**
 * The verbs of scripts: connect, buy, sell, look things up, print tables. In a shell they are the static methods of
 * {@link io.trunkline.launcher.shell.Verbs}; a program may have any number of
 * {@link io.trunkline.launcher.shell.ScriptTrader}s of its own.
 *
 * <p><b>Threads.</b> Everything is safe from any thread but an engine's event thread, as requests may block.
 *
 * <p>Start reading at {@link io.trunkline.launcher.shell.ScriptTrader}.
 */
package io.trunkline.launcher.shell;

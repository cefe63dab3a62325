/**
 * The demonstration: one server and some clients, each a JVM of its own, trade a recorded session, and afterwards their
 * books are compared. The parent tells its children what to do in lines on their stdin and reads their answers from
 * their stdout.
 *
 * <p><b>Threads.</b> The parent works on its main thread, with one reader thread a child. A child answers on its main
 * thread and trades on a thread of its own.
 *
 * <p>Start reading at {@link io.trunkline.launcher.demo.Demo}.
 */
package io.trunkline.launcher.demo;

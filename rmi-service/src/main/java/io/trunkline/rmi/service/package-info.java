/**
 * The app that serves an engine to remote clients: every event, encoded once into a log that each client's session
 * reads at its own pace, and every request, carried out as its client's.
 *
 * <p><b>Threads.</b> The event thread encodes and appends; each session has one sender thread, which alone touches its
 * place in the log and its filter; requests run on the threads of their connections; one watchdog looks for dead
 * clients.
 *
 * <p>Start reading at {@code RunningService}, then {@code EventRecorder}, {@code EventLog} and {@code SessionSender}.
 */
package io.trunkline.rmi.service;

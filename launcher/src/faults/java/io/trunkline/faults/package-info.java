/**
 * The fault rig: makes connections and processes fail on purpose and finds out whether anything was lost. A program of
 * its own, beside the launcher; it stands on engine-api alone and on processes of the launcher.
 *
 * <p>Threads: each class says which it has; all of them are daemons and end with what started them.
 *
 * <p>Start reading at {@link io.trunkline.faults.FaultProxy} and {@link io.trunkline.faults.HistoryChecker}.
 */
package io.trunkline.faults;

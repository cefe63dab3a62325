package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.model.LogEntry;

/**
 * A log entry with a number that tells it from all others.
 *
 * @param number counts up from the first that the desk saw
 * @param entry what was written
 */
record LogLine(long number, LogEntry entry) {}

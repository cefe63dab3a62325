package io.trunkline.launcher.ui;

import io.trunkline.engine.plugin.Monitor;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a monitor showed when it was read.
 *
 * @param name the monitor's
 * @param columns the column names
 * @param rows one value a column; none if it could not be read
 * @param fault why it could not be read, or an empty text
 */
record MonitorRows(String name, List<String> columns, List<List<Object>> rows, String fault) {

    private static final Logger LOG = LoggerFactory.getLogger(MonitorRows.class);

    /** Reads a monitor; one that fails gives its fault. May block. */
    static MonitorRows of(Monitor monitor) {
        try {
            return new MonitorRows(monitor.name(), monitor.columns(), monitor.rows().get(), "");
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("monitor {} cannot be read", monitor.name(), e);
            return new MonitorRows(monitor.name(), monitor.columns(), List.of(), e.toString());
        }
    }
}

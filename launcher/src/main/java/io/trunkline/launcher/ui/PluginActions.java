package io.trunkline.launcher.ui;

import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Plugin;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks plug-ins what they can do. Not for the event dispatch thread, since a plug-in may block. */
final class PluginActions {

    private static final Logger LOG = LoggerFactory.getLogger(PluginActions.class);

    private PluginActions() {}

    /** The actions that there are now; none if the plug-in fails to say. */
    static List<Action> of(Plugin plugin) {
        try {
            return List.copyOf(plugin.actions());
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("the actions of {} cannot be read", plugin.name(), e);
            return List.of();
        }
    }
}

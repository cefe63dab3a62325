package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.launcher.ui.Texts;
import io.trunkline.launcher.ui.UiStore;
import javax.swing.JComponent;
import javax.swing.JPanel;

/**
 * What a trader looks at: trading panel, depth and tables of one engine, in panes that can be moved. For the event
 * dispatch thread.
 */
public final class DeskView implements AutoCloseable {

    private final JPanel component = new JPanel();

    /** Makes the desk and begins to follow the engine's events. The engine stays the caller's. */
    public DeskView(MainEngine engine, Texts texts, UiStore store) {}

    /** The component to show; always the same. */
    public JComponent component() {
        return component;
    }

    /** Shows a contract in the trading panel and subscribes to it, as if the user had typed it there. */
    public void showContract(InstrumentId instrument) {}

    /** Puts panes, tables and columns back to where they are at the first start. */
    public void restoreLayout() {}

    /** Puts layout and columns into the store, which the caller saves. */
    public void saveState() {}

    /** Ends timers, handlers and detached windows. Idempotent. */
    @Override
    public void close() {}
}

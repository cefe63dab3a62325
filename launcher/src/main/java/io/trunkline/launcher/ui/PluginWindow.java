package io.trunkline.launcher.ui;

import io.trunkline.engine.App;
import io.trunkline.engine.plugin.Plugin;
import java.awt.Rectangle;
import javax.swing.JFrame;
import javax.swing.WindowConstants;

/** The window of a gateway or an app. For the event dispatch thread. */
final class PluginWindow implements AutoCloseable {

    private final PluginControls controls;
    private final PluginPane pane;
    private final JFrame frame;

    /** Opens a window; {@code controls} are what stands above the tables. */
    PluginWindow(UiContext context, Plugin plugin, PluginLog log, PluginControls controls, JFrame owner) {
        this.controls = controls;
        String title = plugin instanceof App ? PluginTitle.of(plugin.name()) : plugin.name();
        pane = new PluginPane(context, plugin, log, controls);
        frame = new JFrame(Labels.title(title + " - " + context.text("frame.product")));
        frame.setName("plugin." + plugin.name());
        frame.setIconImages(owner.getIconImages());
        frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        frame.setContentPane(pane.component());
        frame.setSize(1_240, 680);
        frame.setLocationRelativeTo(owner);
        Dialogs.onClosed(frame, pane::close);
        frame.setVisible(true);
    }

    boolean isOpen() {
        return frame.isDisplayable();
    }

    Rectangle place() {
        return frame.getBounds();
    }

    void moveTo(Rectangle place) {
        frame.setBounds(place);
    }

    /** Lets the next window of this plug-in begin with what was typed here. */
    void keepTyped() {
        controls.keepTyped();
    }

    void toFront() {
        frame.toFront();
    }

    @Override
    public void close() {
        pane.close();
        frame.dispose();
    }
}

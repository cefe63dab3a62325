package io.trunkline.launcher.ui;

import io.trunkline.engine.gateway.Gateway;
import java.awt.FlowLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** Shows how a gateway stands, and opens the dialog that connects it. For the event dispatch thread. */
final class GatewayControls implements PluginControls {

    private final UiContext context;
    private final Gateway gateway;
    private final LampLabel lamp = new LampLabel();
    private final JPanel panel = new JPanel(new FlowLayout(FlowLayout.LEADING, 8, 0));

    GatewayControls(UiContext context, Gateway gateway, Runnable connect) {
        this.context = context;
        this.gateway = gateway;
        JButton button = Dialogs.button(
                context.texts().format("frame.menu.connect", gateway.name()), "connect", connect);
        panel.add(button);
        panel.add(lamp.component());
    }

    @Override
    public JComponent component() {
        return panel;
    }

    @Override
    public Lamp lamp() {
        return Lamp.of(gateway.status(), context.texts());
    }

    @Override
    public void show(Lamp shown) {
        lamp.showDetailed(shown);
    }

    @Override
    public void setChanged(Runnable changed) {}
}

package io.trunkline.launcher.ui;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import java.awt.FlowLayout;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.UIManager;

/**
 * Tells the user of an empty desk how to connect, with a button for each gateway, until one was connected for the first
 * time. For the event dispatch thread.
 */
final class ConnectHint implements AutoCloseable {

    private static final int INTERVAL = 300; // ms

    private final UiContext context;
    private final Consumer<String> connect;
    private final Runnable chooseModules;
    private final JPanel panel = new JPanel(new FlowLayout(FlowLayout.LEADING, 8, 6)) {
        private static final long serialVersionUID = 1;

        @Override
        public void updateUI() {
            super.updateUI();
            setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, UIManager.getColor("Separator.foreground")));
        }
    };
    private final Refresher<Seen> refresher;
    private List<String> offered; // the gateways whose buttons are shown; null for no buttons yet
    private boolean isDone;

    private record Seen(List<String> gateways, boolean isIdle, boolean isConnected) {}

    /** A hint whose buttons call {@code connect} with a gateway's name, or {@code chooseModules} if there is none. */
    ConnectHint(UiContext context, Consumer<String> connect, Runnable chooseModules) {
        this.context = context;
        this.connect = connect;
        this.chooseModules = chooseModules;
        panel.setName("hint");
        panel.setVisible(false);
        refresher = Refresher.start(context.background(), INTERVAL, () -> look(context.engine()), this::show);
    }

    private static Seen look(MainEngine engine) {
        List<String> gateways = engine.gateways().stream().map(Gateway::name).toList();
        Map<String, GatewayState> states = engine.gatewayStatuses().stream()
                .collect(Collectors.toMap(GatewayStatus::gateway, GatewayStatus::state, (one, other) -> other));
        List<GatewayState> own = gateways.stream().map(name -> states.getOrDefault(name, GatewayState.DOWN)).toList();
        return new Seen(gateways, own.stream().allMatch(state -> state == GatewayState.DOWN),
                own.stream().anyMatch(state -> state != GatewayState.DOWN && state != GatewayState.CONNECTING));
    }

    private void show(Seen seen) {
        if (!seen.gateways().equals(offered)) offer(seen.gateways());
        panel.setVisible(seen.isIdle());
        if (!seen.isConnected()) return;
        isDone = true;
        close();
    }

    private void offer(List<String> gateways) {
        offered = gateways;
        panel.removeAll();
        panel.add(new JLabel(context.text(gateways.isEmpty() ? "frame.hint.none" : "frame.hint.connect")));
        gateways.forEach(name -> panel.add(Dialogs.button(context.texts().format("frame.menu.connect", name) + "…",
                "hint.connect." + name, () -> connect.accept(name))));
        if (gateways.isEmpty()) {
            panel.add(Dialogs.button(context.text("frame.menu.modules"), "hint.modules", chooseModules));
        }
        panel.revalidate();
        panel.repaint();
    }

    JComponent component() {
        return panel;
    }

    /** Whether a gateway was connected, so that there is nothing to tell any more. */
    boolean isDone() {
        return isDone;
    }

    @Override
    public void close() {
        refresher.close();
    }
}

package io.trunkline.launcher.ui;

import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.Settings;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JPanel;

/**
 * Connects a gateway with settings that the user fills in, and shows how it goes; ends by itself once it is live. For
 * the event dispatch thread.
 */
final class ConnectDialog {

    private static final int INTERVAL = 200; // ms
    private static final String DISCONNECT = "disconnect";

    private final UiContext context;
    private final Gateway gateway;
    private final List<SettingDescriptor> descriptors;
    private final SettingsForm form;
    private final LampLabel lamp = new LampLabel();
    private final JButton connect;
    private final JButton disconnect; // of a gateway that can do so
    private Optional<Action> disconnection = Optional.empty();
    private final JDialog dialog;
    private boolean isConnecting; // the user wants it, and it is not live yet
    private int begun; // the attempts before that which is under way
    private volatile int attempt; // how many the gateway took; written on the event dispatch thread

    /** A status that was read when the gateway had taken so many attempts, and the action that disconnects. */
    private record Seen(int attempt, GatewayStatus status, Optional<Action> disconnection) {}

    private ConnectDialog(
            UiContext context, Window owner, Gateway gateway, GatewayProvider type, boolean isRemote) {
        this.context = context;
        this.gateway = gateway;
        descriptors = type.settings();
        form = SettingsForm.of(descriptors, context.settings().recall(gateway.name(), descriptors), context.texts(),
                usual(isRemote));
        form.setSecretKept(context.settings().hasSecrets(gateway.name(), descriptors));
        context.settings().forgetTyped(gateway.name());
        connect = Dialogs.button(context.text("frame.connect"), "connect", this::connect);
        disconnect = Dialogs.button(context.text("frame.disconnect"), DISCONNECT, this::disconnect);
        disconnect.setVisible(false);
        JPanel content = new JPanel(new BorderLayout(0, 10));
        content.add(form.component());
        content.add(lamp.component(), BorderLayout.PAGE_END);
        String title = context.texts().format("frame.connect.title", gateway.name());
        JButton close = Dialogs.button(context.text("frame.close"), "close", this::close);
        dialog = Dialogs.of(owner, title, "connect." + gateway.name(), content,
                connect, disconnect, close);
    }

    /** Opens the dialog for a gateway of a type once the gateway said what it is, and hands it over. */
    static void open(UiContext context, Window owner, Gateway gateway, GatewayProvider type,
            Consumer<ConnectDialog> opened) {
        context.background().run(gateway::isRemote, isRemote -> {
            ConnectDialog made = new ConnectDialog(context, owner, gateway, type, isRemote);
            opened.accept(made);
            made.show();
        }, problem -> context.showProblem(owner, problem));
    }

    /** What to connect to is enough for a gateway to another engine, and who one is; the rest is seldom changed. */
    private static Predicate<SettingDescriptor> usual(boolean isRemote) {
        return descriptor -> !isRemote || switch (descriptor.type()) {
            case ADDRESS, SECRET, FILES -> true;
            case TEXT -> descriptor.choices().isEmpty();
            case INTEGER, DECIMAL, FLAG, DURATION -> false;
        };
    }

    private void show() {
        Refresher<Seen> refresher = Refresher.start(context.background(), INTERVAL,
                () -> new Seen(attempt, gateway.status(), disconnection(gateway)), this::follow);
        Dialogs.onClosed(dialog, refresher::close);
        Dialogs.show(dialog);
    }

    private void connect() {
        if (!form.check()) return;
        Map<String, String> values = form.values();
        isConnecting = true;
        begun = attempt;
        setIdle(false);
        context.background().run(() -> {
            context.engine().connect(gateway.name(), values);
            return values;
        }, this::accepted, this::refused);
    }

    private void setIdle(boolean isIdle) {
        form.setEnabled(isIdle);
        connect.setEnabled(isIdle);
        disconnect.setEnabled(!isIdle);
    }

    /** The status that is followed says what came of it. */
    private void disconnect() {
        Action action = disconnection.orElseThrow();
        context.background().run(() -> action.run().apply(Settings.parse(List.of(), Map.of())), line -> { },
                this::refused);
    }

    private void accepted(Map<String, String> values) {
        attempt++;
        context.settings().remember(gateway.name(), descriptors, values, form.isSecretKept());
    }

    private void refused(Exception problem) {
        isConnecting = false;
        setIdle(true);
        if (problem instanceof SettingException setting && form.show(setting)) return;
        lamp.showDetailed(new Lamp(gateway.name(), Lamp.Light.RED, context.text("frame.failed"),
                String.valueOf(problem.getMessage())));
        dialog.pack();
    }

    private static Optional<Action> disconnection(Gateway gateway) {
        return PluginActions.of(gateway).stream()
                .filter(action -> action.name().equals(DISCONNECT) && action.parameters().isEmpty()).findFirst();
    }

    private void follow(Seen seen) {
        disconnection = seen.disconnection();
        disconnect.setVisible(disconnection.isPresent());
        GatewayState state = seen.status().state();
        boolean isOutdated = isConnecting && seen.attempt() == begun;
        if (isOutdated) return;
        if (isConnecting && state == GatewayState.LIVE) {
            dialog.dispose();
            return;
        }
        isConnecting &= state != GatewayState.DOWN;
        setIdle(state == GatewayState.DOWN);
        lamp.showDetailed(Lamp.of(seen.status(), context.texts()));
        Dimension needed = dialog.getPreferredSize();
        if (needed.height > dialog.getHeight() || needed.width > dialog.getWidth()) dialog.pack();
    }

    private void close() {
        dialog.dispose();
    }

    String gateway() {
        return gateway.name();
    }

    boolean isOpen() {
        return dialog.isDisplayable();
    }

    /** Lets the next dialog of this gateway begin with what was typed here. */
    void keepTyped() {
        context.settings().keepTyped(gateway.name(), form.values(), form.isSecretKept());
    }
}

package io.trunkline.launcher.ui;

import io.trunkline.engine.App;
import io.trunkline.engine.AppProvider;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.GatewayPath;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JFrame;

/** The windows of gateways and apps, and the dialogs that connect gateways. For the event dispatch thread. */
final class PluginWindows implements AutoCloseable {

    private final UiContext context;
    private final PluginLog log;
    private final JFrame owner;
    private final Map<String, PluginWindow> windows = new HashMap<>(); // by the plug-in's name
    private final List<ConnectDialog> dialogs = new ArrayList<>();

    /**
     * What was open, to be opened again in another language.
     *
     * @param windows where the window of each plug-in was
     * @param gateways those with a dialog
     */
    record Open(Map<String, Rectangle> windows, List<String> gateways) {}

    PluginWindows(UiContext context, PluginLog log, JFrame owner) {
        this.context = context;
        this.log = log;
        this.owner = owner;
    }

    /** Opens the dialog that connects a gateway. */
    void connect(String name) {
        Gateway gateway = context.engine().gateway(name).orElseThrow();
        dialogs.removeIf(dialog -> !dialog.isOpen());
        GatewayTypes.of(context.engine(), name).ifPresent(
                type -> ConnectDialog.open(context, owner, gateway, type, dialogs::add));
    }

    /** Opens the window of a gateway or an app, or brings it to the front. A path opens its first gateway's. */
    void open(String name) {
        String plugin = GatewayPath.first(name);
        PluginWindow open = windows.get(plugin);
        if (open != null && open.isOpen()) {
            open.toFront();
            return;
        }
        context.engine().gateway(plugin).ifPresent(gateway -> windows.put(plugin, new PluginWindow(
                context, gateway, log, new GatewayControls(context, gateway, () -> connect(plugin)), owner)));
        context.engine().app(plugin).ifPresent(app -> windows.put(plugin, new PluginWindow(
                context, app, log, new AppControls(context, app, type(app)), owner)));
    }

    private AppProvider type(App app) {
        return context.engine().appTypes().stream().filter(type -> type.type().equals(app.name())).findFirst()
                .orElseThrow();
    }

    /** What is open; what was typed there is kept. */
    Open keepOpen() {
        windows.values().removeIf(window -> !window.isOpen());
        dialogs.removeIf(dialog -> !dialog.isOpen());
        windows.values().forEach(PluginWindow::keepTyped);
        dialogs.forEach(ConnectDialog::keepTyped);
        Map<String, Rectangle> places = new LinkedHashMap<>();
        windows.forEach((plugin, window) -> places.put(plugin, window.place()));
        return new Open(places, dialogs.stream().map(ConnectDialog::gateway).distinct().toList());
    }

    void reopen(Open kept) {
        kept.windows().forEach((plugin, place) -> {
            open(plugin);
            windows.get(plugin).moveTo(place);
        });
        kept.gateways().forEach(this::connect);
    }

    @Override
    public void close() {
        windows.values().forEach(PluginWindow::close);
        windows.clear();
    }
}

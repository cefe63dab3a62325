package io.trunkline.launcher.ui;

import io.trunkline.engine.App;
import io.trunkline.engine.AppProvider;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** Starts and stops an app with settings that the user fills in. For the event dispatch thread. */
final class AppControls implements PluginControls {

    private static final int USUAL = 3; // settings shown at first

    private final UiContext context;
    private final App app;
    private final List<SettingDescriptor> descriptors;
    private final SettingsForm form;
    private final LampLabel lamp = new LampLabel();
    private final JButton start;
    private final JButton stop;
    private final JPanel panel = new JPanel(new BorderLayout(0, 8));
    private Runnable changed = () -> { };
    private boolean isBusy;

    AppControls(UiContext context, App app, AppProvider type) {
        this.context = context;
        this.app = app;
        descriptors = type.settings();
        Set<String> usual = descriptors.stream().limit(USUAL).map(SettingDescriptor::key).collect(Collectors.toSet());
        form = SettingsForm.of(descriptors, context.settings().recall(app.name(), descriptors), context.texts(),
                descriptor -> usual.contains(descriptor.key()));
        form.setSecretKept(context.settings().hasSecrets(app.name(), descriptors));
        context.settings().forgetTyped(app.name());
        start = Dialogs.button(context.text("frame.start"), "start", this::start);
        stop = Dialogs.button(context.text("frame.stop"), "stop", this::stop);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 0));
        Stream.of(start, stop, lamp.component()).forEach(buttons::add);
        panel.add(Labels.of(type.description()), BorderLayout.PAGE_START);
        panel.add(form.component(), BorderLayout.LINE_START);
        panel.add(buttons, BorderLayout.PAGE_END);
        start.setEnabled(false); // until the app was asked how it stands
        stop.setEnabled(false);
    }

    @Override
    public JComponent component() {
        return panel;
    }

    @Override
    public Lamp lamp() {
        return Lamp.of(app, context.texts());
    }

    @Override
    public void show(Lamp shown) {
        if (isBusy) return;
        boolean isRunning = shown.light() == Lamp.Light.GREEN;
        form.setEnabled(!isRunning);
        start.setEnabled(!isRunning);
        stop.setEnabled(isRunning);
        lamp.showDetailed(shown);
    }

    @Override
    public void keepTyped() {
        context.settings().keepTyped(app.name(), form.values(), form.isSecretKept());
    }

    @Override
    public void setChanged(Runnable listener) {
        changed = listener;
    }

    private void start() {
        if (!form.check()) return;
        Map<String, String> values = form.values();
        begin("frame.app.starting");
        context.background().run(() -> {
            context.engine().start(app.name(), values);
            return values;
        }, used -> {
            context.settings().remember(app.name(), descriptors, used, form.isSecretKept());
            end();
        }, this::failed);
    }

    private void stop() {
        begin("frame.app.stopping");
        context.background().run(() -> {
            app.stop();
            return app;
        }, stopped -> end(), this::failed);
    }

    private void begin(String word) {
        isBusy = true;
        form.setEnabled(false);
        start.setEnabled(false);
        stop.setEnabled(false);
        lamp.showDetailed(new Lamp(app.name(), Lamp.Light.YELLOW, context.text(word), ""));
    }

    private void end() {
        isBusy = false;
        changed.run();
    }

    private void failed(Exception problem) {
        isBusy = false;
        form.setEnabled(true);
        start.setEnabled(true);
        changed.run();
        if (problem instanceof SettingException setting && form.show(setting)) return;
        context.showProblem(panel, problem);
    }
}

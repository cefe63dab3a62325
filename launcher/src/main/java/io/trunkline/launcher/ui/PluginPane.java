package io.trunkline.launcher.ui;

import io.trunkline.engine.PlainText;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Plugin;
import java.awt.BorderLayout;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;

/**
 * Shows a gateway or an app by what it says of itself: its state, its tables once a second, a button for each action,
 * and what it logs. The plug-in is asked on other threads, for its code may block. For the event dispatch thread.
 */
final class PluginPane implements AutoCloseable {

    private static final int INTERVAL = 1_000; // ms
    private static final int LINES = 500;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Plugin plugin;
    private final PluginLog log;
    private final PluginControls controls;
    private final MonitorTabs tabs = new MonitorTabs();
    private final JTextArea lines = new JTextArea();
    private final JLabel result = new JLabel(" ");
    private final ActionBar actions;
    private final JPanel panel = new JPanel(new BorderLayout(0, 10));
    private final Refresher<Seen> refresher;

    private record Seen(Lamp lamp, List<MonitorRows> monitors, List<Action> actions, String log) {}

    /** A pane for a plug-in; {@code controls} are what stands above the tables. */
    PluginPane(UiContext context, Plugin plugin, PluginLog log, PluginControls controls) {
        this.plugin = plugin;
        this.log = log;
        this.controls = controls;
        actions = new ActionBar(context, plugin.name(), tabs::tables, this::tell);
        lay();
        refresher = Refresher.start(context.background(), INTERVAL, this::read, this::show);
        controls.setChanged(refresher::refresh);
    }

    private void lay() {
        JPanel live = new JPanel(new BorderLayout(0, 6));
        live.add(tabs.component());
        JPanel foot = new JPanel(new BorderLayout(10, 0));
        foot.add(actions.component(), BorderLayout.LINE_START);
        foot.add(result);
        live.add(foot, BorderLayout.PAGE_END);
        result.setName("result");
        lines.setName("log");
        lines.setEditable(false);
        JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, live, new JScrollPane(lines));
        split.setResizeWeight(0.7);
        split.setBorder(null);
        panel.setBorder(BorderFactory.createEmptyBorder(10, 12, 10, 12));
        panel.add(controls.component(), BorderLayout.PAGE_START);
        panel.add(split);
    }

    /** Says what came of an action, and shows what it changed. The time leads, so no markup can. */
    private void tell(String line) {
        String plain = PlainText.of(line);
        result.setText(CLOCK.format(ZonedDateTime.now()) + "  " + plain);
        result.setToolTipText(Labels.wrapped(plain));
        refresher.refresh();
    }

    private Seen read() {
        List<MonitorRows> monitors = plugin.monitors().stream().map(MonitorRows::of).toList();
        String text = log.of(plugin.name(), LINES).stream().map(PluginPane::line).collect(Collectors.joining("\n"));
        return new Seen(controls.lamp(), monitors, PluginActions.of(plugin), text);
    }

    private static String line(LogEntry entry) {
        return CLOCK.format(entry.time().atZone(ZoneId.systemDefault())) + "  " + entry.level() + "  "
                + entry.message();
    }

    private void show(Seen seen) {
        controls.show(seen.lamp());
        tabs.show(seen.monitors());
        actions.show(seen.actions());
        if (!lines.getText().equals(seen.log())) lines.setText(seen.log());
    }

    JComponent component() {
        return panel;
    }

    @Override
    public void close() {
        refresher.close();
    }
}

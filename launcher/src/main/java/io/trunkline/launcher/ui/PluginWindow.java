package io.trunkline.launcher.ui;

import io.trunkline.engine.App;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.plugin.Plugin;
import java.awt.BorderLayout;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import javax.swing.WindowConstants;

/**
 * Shows a gateway or an app by what it says of itself: its state, its tables once a second, a button for each action,
 * and what it logs. For the event dispatch thread.
 */
final class PluginWindow implements AutoCloseable {

    private static final int INTERVAL = 1_000; // ms
    private static final int LINES = 500;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Plugin plugin;
    private final PluginLog log;
    private final PluginControls controls;
    private final MonitorTabs tabs = new MonitorTabs();
    private final JTextArea lines = new JTextArea();
    private final JLabel result = new JLabel(" ");
    private final JFrame frame;
    private final Refresher<Seen> refresher;

    private record Seen(Lamp lamp, List<MonitorRows> monitors, String log) {}

    /** Opens a window; {@code controls} are what stands above the tables. */
    PluginWindow(UiContext context, Plugin plugin, PluginLog log, PluginControls controls, JFrame owner) {
        this.plugin = plugin;
        this.log = log;
        this.controls = controls;
        String title = plugin instanceof App ? PluginTitle.of(plugin.name()) : plugin.name();
        frame = new JFrame(title + " - " + context.text("frame.product"));
        frame.setName("plugin." + plugin.name());
        frame.setIconImages(owner.getIconImages());
        frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        frame.setContentPane(content(context));
        frame.setSize(1_240, 680);
        frame.setLocationRelativeTo(owner);
        refresher = Refresher.start(context.background(), INTERVAL, this::read, this::show);
        Dialogs.onClosed(frame, refresher::close);
        controls.setChanged(refresher::refresh);
        frame.setVisible(true);
    }

    private JComponent content(UiContext context) {
        JPanel live = new JPanel(new BorderLayout(0, 6));
        live.add(tabs.component());
        JPanel foot = new JPanel(new BorderLayout(10, 0));
        ActionBar actions = new ActionBar(context, plugin.actions(), tabs::tables, result::setText);
        foot.add(actions.component(), BorderLayout.LINE_START);
        foot.add(result);
        live.add(foot, BorderLayout.PAGE_END);

        lines.setName("log");
        lines.setEditable(false);
        JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, live, new JScrollPane(lines));
        split.setResizeWeight(0.7);
        split.setBorder(null);
        JPanel all = new JPanel(new BorderLayout(0, 10));
        all.setBorder(BorderFactory.createEmptyBorder(10, 12, 10, 12));
        all.add(controls.component(), BorderLayout.PAGE_START);
        all.add(split);
        return all;
    }

    private Seen read() {
        List<MonitorRows> monitors = plugin.monitors().stream().map(MonitorRows::of).toList();
        String text = log.of(plugin.name(), LINES).stream().map(PluginWindow::line).collect(Collectors.joining("\n"));
        return new Seen(controls.lamp(), monitors, text);
    }

    private static String line(LogEntry entry) {
        return CLOCK.format(entry.time().atZone(ZoneId.systemDefault())) + "  " + entry.level() + "  "
                + entry.message();
    }

    private void show(Seen seen) {
        controls.show(seen.lamp());
        tabs.show(seen.monitors());
        if (!lines.getText().equals(seen.log())) lines.setText(seen.log());
    }

    boolean isOpen() {
        return frame.isDisplayable();
    }

    void toFront() {
        frame.toFront();
    }

    @Override
    public void close() {
        refresher.close();
        frame.dispose();
    }
}

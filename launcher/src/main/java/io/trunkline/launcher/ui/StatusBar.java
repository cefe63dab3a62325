package io.trunkline.launcher.ui;

import java.awt.BorderLayout;
import java.awt.Cursor;
import java.awt.FlowLayout;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSeparator;

/** A lamp for each gateway and each app, at the foot of the main window. For the event dispatch thread. */
final class StatusBar implements AutoCloseable {

    private static final int INTERVAL = 500; // ms

    private final JPanel panel = new JPanel(new BorderLayout());
    private final JPanel lamps = new JPanel(new FlowLayout(FlowLayout.LEADING, 16, 3));
    private final Map<String, LampLabel> labels = new LinkedHashMap<>(); // by the lamp's name
    private final Consumer<String> open;
    private final Refresher<List<Lamp>> refresher;

    /** One that calls {@code open} with the name of a lamp that was clicked. */
    StatusBar(UiContext context, Consumer<String> open) {
        this.open = open;
        panel.add(new JSeparator(), BorderLayout.PAGE_START);
        panel.add(lamps);
        refresher = Refresher.start(context.background(), INTERVAL,
                () -> Lamp.all(context.engine(), context.texts()), this::show);
    }

    private void show(List<Lamp> shown) {
        List<String> names = shown.stream().map(Lamp::name).toList();
        if (!names.equals(List.copyOf(labels.keySet()))) {
            labels.clear();
            lamps.removeAll();
            names.forEach(this::add);
            lamps.revalidate();
            lamps.repaint();
        }
        shown.forEach(lamp -> labels.get(lamp.name()).showNamed(lamp));
    }

    private void add(String name) {
        LampLabel label = new LampLabel();
        label.component().setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
        label.component().addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                open.accept(name);
            }
        });
        labels.put(name, label);
        lamps.add(label.component());
    }

    JComponent component() {
        return panel;
    }

    @Override
    public void close() {
        refresher.close();
    }
}

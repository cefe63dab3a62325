package io.trunkline.launcher.ui.desk;

import io.trunkline.launcher.ui.UiStore;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JSplitPane;

/** Two panes with a divider that keeps its place, as a part of the whole. For the event dispatch thread. */
final class Split {

    private static final double LEAST = 0.02;

    private final String name;
    private final double usual;
    private final JSplitPane pane;
    private double part;
    private int lastRoom;

    /** Panes beside each other or one above the other; the first one has the part {@code usual} at first. */
    Split(String name, int orientation, JComponent first, JComponent second, double usual) {
        this.name = name;
        this.usual = usual;
        this.part = usual;
        this.pane = new JSplitPane(orientation, true, first, second);
        pane.setBorder(BorderFactory.createEmptyBorder());
        pane.setResizeWeight(usual);
        pane.addPropertyChangeListener(JSplitPane.DIVIDER_LOCATION_PROPERTY, event -> learn());
        ComponentAdapter placer = new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                if (event.getSource() == pane) place();
            }

            @Override
            public void componentShown(ComponentEvent event) {
                place();
            }
        };
        pane.addComponentListener(placer);
        first.addComponentListener(placer);
        second.addComponentListener(placer);
    }

    JComponent component() {
        return pane;
    }

    /** Takes over where the user moved the divider; a change of size moves it too, but not for good. */
    private void learn() {
        if (room() == lastRoom && room() > 0 && isWhole()) part = (double) pane.getDividerLocation() / room();
    }

    private void place() {
        if (room() <= 0 || !isWhole()) return;
        lastRoom = 0; // so that rounding changes nothing
        pane.setResizeWeight(part);
        pane.setDividerLocation((int) Math.round(part * room()));
        lastRoom = room();
    }

    private int room() {
        return (pane.getOrientation() == JSplitPane.HORIZONTAL_SPLIT ? pane.getWidth() : pane.getHeight())
                - pane.getDividerSize();
    }

    private boolean isWhole() {
        return pane.getLeftComponent().isVisible() && pane.getRightComponent().isVisible();
    }

    void save(UiStore store) {
        store.put(key(), String.valueOf(part));
    }

    void restore(UiStore store) {
        move(part(store.get(key(), "")));
    }

    void reset() {
        move(usual);
    }

    private void move(double wanted) {
        part = wanted;
        place();
    }

    private double part(String text) {
        try {
            double stored = Double.parseDouble(text);
            return stored >= LEAST && stored <= 1 - LEAST ? stored : usual;
        } catch (NumberFormatException e) {
            return usual;
        }
    }

    private String key() {
        return "desk.split." + name;
    }
}

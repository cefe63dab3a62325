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
    private double wanted;

    /** Panes beside each other or one above the other; the first one has the part {@code usual} at first. */
    Split(String name, int orientation, JComponent first, JComponent second, double usual) {
        this.name = name;
        this.usual = usual;
        this.wanted = usual;
        this.pane = new JSplitPane(orientation, true, first, second);
        pane.setBorder(BorderFactory.createEmptyBorder());
        pane.setResizeWeight(usual);
        pane.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                placeIfWanted();
            }
        });
    }

    JComponent component() {
        return pane;
    }

    private void placeIfWanted() {
        if (room() <= 0 || wanted <= 0) return;
        place(wanted);
        wanted = 0;
    }

    private void place(double part) {
        pane.setResizeWeight(part);
        pane.setDividerLocation((int) Math.round(part * room()));
    }

    private int room() {
        return (pane.getOrientation() == JSplitPane.HORIZONTAL_SPLIT ? pane.getWidth() : pane.getHeight())
                - pane.getDividerSize();
    }

    private boolean isWhole() {
        return pane.getLeftComponent().isVisible() && pane.getRightComponent().isVisible();
    }

    void save(UiStore store) {
        if (room() > 0 && isWhole() && wanted == 0) {
            store.put(key(), String.valueOf((double) pane.getDividerLocation() / room()));
        }
    }

    void restore(UiStore store) {
        move(part(store.get(key(), "")));
    }

    void reset() {
        move(usual);
    }

    private void move(double part) {
        wanted = part;
        placeIfWanted();
    }

    private double part(String text) {
        try {
            double part = Double.parseDouble(text);
            return part >= LEAST && part <= 1 - LEAST ? part : usual;
        } catch (NumberFormatException e) {
            return usual;
        }
    }

    private String key() {
        return "desk.split." + name;
    }
}

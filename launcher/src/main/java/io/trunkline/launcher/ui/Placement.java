package io.trunkline.launcher.ui;

import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.util.Arrays;
import javax.swing.JFrame;

/** Remembers where a window is and how large. For the event dispatch thread. */
final class Placement {

    private static final String KEY = "frame.bounds";
    private static final Dimension USUAL = new Dimension(1_440, 860);

    private Placement() {}

    /** Puts a window where it was, if that is still on the screen; else in the middle. */
    static void restore(JFrame frame, UiStore store) {
        Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        Rectangle kept = parse(store.get(KEY, ""));
        if (kept != null && screen.contains(kept)) {
            frame.setBounds(kept);
            return;
        }
        frame.setSize(Math.min(USUAL.width, screen.width), Math.min(USUAL.height, screen.height));
        frame.setLocationRelativeTo(null);
    }

    /** Puts the place into a store. */
    static void keep(JFrame frame, UiStore store) {
        if (frame.getExtendedState() == JFrame.NORMAL) store.put(KEY, text(frame.getBounds()));
    }

    static String text(Rectangle bounds) {
        return bounds.x + "," + bounds.y + "," + bounds.width + "," + bounds.height;
    }

    /** The bounds of a text; null if it is none. */
    static Rectangle parse(String text) {
        try {
            int[] numbers = Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
            return numbers.length == 4 ? new Rectangle(numbers[0], numbers[1], numbers[2], numbers[3]) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}

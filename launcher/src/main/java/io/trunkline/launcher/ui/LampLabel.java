package io.trunkline.launcher.ui;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.Icon;
import javax.swing.JLabel;

/** Shows a lamp: its colour and its word. For the event dispatch thread. */
final class LampLabel {

    private static final int DIAMETER = 11; // pixels

    private final JLabel label = new JLabel();
    private Lamp shown;

    private record Dot(Color color) implements Icon {

        @Override
        public void paintIcon(Component component, Graphics graphics, int x, int y) {
            Graphics2D painted = (Graphics2D) graphics.create();
            painted.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            painted.setColor(color);
            painted.fillOval(x, y, DIAMETER - 1, DIAMETER - 1);
            painted.setColor(color.darker());
            painted.drawOval(x, y, DIAMETER - 1, DIAMETER - 1);
            painted.dispose();
        }

        @Override
        public int getIconWidth() {
            return DIAMETER;
        }

        @Override
        public int getIconHeight() {
            return DIAMETER;
        }
    }

    JLabel component() {
        return label;
    }

    /** Shows the name and the word; all else that is known is the tooltip. */
    void showNamed(Lamp lamp) {
        if (lamp.equals(shown)) return;
        show(lamp, Labels.title(lamp.name() + " " + lamp.word()));
        label.setToolTipText(lamp.detail().isEmpty() ? null : Labels.wrapped(lamp.detail()));
    }

    /** Shows the word and all else that is known. */
    void showDetailed(Lamp lamp) {
        if (lamp.equals(shown)) return;
        String detail = lamp.detail().isEmpty() ? "" : ": " + lamp.detail();
        show(lamp, Labels.wrapped(lamp.word() + detail));
    }

    private void show(Lamp lamp, String text) {
        shown = lamp;
        label.setIcon(new Dot(color(lamp.light())));
        label.setText(text);
        label.setName("lamp." + lamp.name());
    }

    private static Color color(Lamp.Light light) {
        return switch (light) {
            case GREEN -> new Color(0x35, 0xA8, 0x53);
            case YELLOW -> new Color(0xF0, 0xB4, 0x29);
            case RED -> new Color(0xDB, 0x44, 0x37);
            case GRAY -> new Color(0x9A, 0xA0, 0xA6);
        };
    }
}

package io.trunkline.launcher.ui.desk;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.Icon;

/** A small window that leaves a larger one. */
final class WindowIcon implements Icon {

    private static final int SIZE = 14;

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        Graphics2D pen = (Graphics2D) graphics.create(x, y, SIZE, SIZE);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(component.getForeground());
        pen.drawLine(1, 4, 1, 12);
        pen.drawLine(1, 12, 9, 12);
        pen.drawLine(1, 4, 4, 4);
        pen.drawLine(9, 9, 9, 12);
        pen.drawLine(5, 8, 12, 1);
        pen.drawLine(8, 1, 12, 1);
        pen.drawLine(12, 1, 12, 5);
        pen.dispose();
    }

    @Override
    public int getIconWidth() {
        return SIZE;
    }

    @Override
    public int getIconHeight() {
        return SIZE;
    }
}

package io.trunkline.launcher.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/** The program's icon: one line that branches to many. */
final class AppIcon {

    private AppIcon() {}

    /** The icon in the sizes that systems ask for. */
    static List<Image> images() {
        return IntStream.of(16, 32, 48, 64, 128).<Image>mapToObj(AppIcon::image).toList();
    }

    private static BufferedImage image(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.scale(size / 16.0, size / 16.0);
        graphics.setColor(new Color(0x1F, 0x6F, 0xEB));
        graphics.fillRoundRect(0, 0, 16, 16, 5, 5);
        graphics.setColor(Color.WHITE);
        graphics.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.drawLine(3, 8, 8, 8);
        for (int y : new int[] {4, 8, 12}) graphics.drawLine(8, 8, 13, y);
        graphics.dispose();
        return image;
    }
}

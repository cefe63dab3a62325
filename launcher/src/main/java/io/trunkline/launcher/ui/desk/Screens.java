package io.trunkline.launcher.ui.desk;

import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;

/** Tells which places a user can see and reach. Places are in pixels. */
final class Screens {

    private static final int TITLE_HEIGHT = 24;
    private static final int LEAST_WIDTH = 80; // enough of a title to drag the window by

    private Screens() {}

    /** Whether a window at a place can be dragged by its title. */
    static boolean isReachable(Rectangle place) {
        GraphicsDevice[] devices = GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices();
        return isReachable(place, Arrays.stream(devices)
                .map(device -> device.getDefaultConfiguration().getBounds()).toList());
    }

    static boolean isReachable(Rectangle place, List<Rectangle> screens) {
        Rectangle title = new Rectangle(place.x, place.y, place.width, Math.min(TITLE_HEIGHT, place.height));
        return screens.stream().map(title::intersection).anyMatch(
                part -> part.width >= LEAST_WIDTH && part.height >= TITLE_HEIGHT);
    }
}

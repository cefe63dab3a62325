package io.trunkline.launcher.ui.desk;

import java.awt.Color;
import java.awt.Component;

/** The colours of tones, each readable on its ground. */
final class Colours {

    private static final double DARKER_THAN = 0.5;

    private Colours() {}

    /** The colour of a tone for text on a ground, which is also that of {@code Tone.PLAIN}'s component. */
    static Color of(Tone tone, Component component) {
        Color ground = component.getBackground();
        return of(tone, isDark(ground), component.getForeground());
    }

    static Color of(Tone tone, boolean isOnDark, Color plain) {
        return switch (tone) {
            case PLAIN -> plain;
            case QUIET -> isOnDark ? new Color(0x9a9da0) : new Color(0x6b6f73);
            case LONG, GAIN -> isOnDark ? new Color(0xff6b68) : new Color(0xc62828);
            case SHORT, LOSS -> isOnDark ? new Color(0x4cc38a) : new Color(0x1b7f3b);
            case BID -> isOnDark ? new Color(0xffaec9) : new Color(0xad1457);
            case ASK -> isOnDark ? new Color(0xa0e8af) : new Color(0x2e6f40);
            case WARNING -> isOnDark ? new Color(0xf0c05a) : new Color(0x8a5a00);
            case ERROR -> isOnDark ? new Color(0xff7b72) : new Color(0xb3261e);
        };
    }

    static boolean isDark(Color ground) {
        return luminance(ground) < DARKER_THAN;
    }

    private static double luminance(Color colour) {
        return (0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue()) / 255;
    }
}

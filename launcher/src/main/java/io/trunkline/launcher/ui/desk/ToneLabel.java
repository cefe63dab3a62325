package io.trunkline.launcher.ui.desk;

import io.trunkline.launcher.ui.Labels;
import javax.swing.JLabel;

/** A label in the colour of a tone, also after the look and feel changed. */
@SuppressWarnings("serial") // is never serialized
final class ToneLabel extends JLabel {

    private final Tone tone;

    ToneLabel(Tone tone, int alignment) {
        super("", alignment);
        this.tone = tone;
        Labels.plain(this);
        colour();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (tone != null) colour();
    }

    private void colour() {
        setForeground(null);
        setForeground(Colours.of(tone, this));
    }
}

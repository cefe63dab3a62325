package io.trunkline.launcher.ui.desk;

import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** Where the trading panel says what became of things: a few lines of text that can be copied. */
final class NoteArea {

    private static final int ROWS = 4;

    private final Area area = new Area();

    /** Keeps the colours of a label, also after the look and feel changed. */
    @SuppressWarnings("serial") // is never serialized
    private static final class Area extends JTextArea {
        private Tone tone = Tone.PLAIN;

        private Area() {
            super(ROWS, 1);
        }

        @Override
        public void updateUI() {
            super.updateUI();
            setFont(UIManager.getFont("Label.font"));
            setBackground(UIManager.getColor("Panel.background"));
            colour(tone == null ? Tone.PLAIN : tone);
        }

        private void colour(Tone wanted) {
            tone = wanted;
            setForeground(UIManager.getColor("Label.foreground"));
            setForeground(Colours.of(wanted, this));
        }
    }

    NoteArea() {
        area.setName("desk.note");
        area.setEditable(false);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setBorder(BorderFactory.createEmptyBorder(4, 0, 4, 0));
    }

    JComponent component() {
        return area;
    }

    void show(Note note) {
        area.setText(note.text());
        area.colour(note.tone());
    }
}

package io.trunkline.launcher.ui;

import java.awt.BorderLayout;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.Timer;

/** Says that the program is closing, if that takes a while. For the event dispatch thread. */
final class ClosingNotice implements AutoCloseable {

    private static final int PATIENCE = 500; // ms

    private JDialog dialog;
    private Timer timer;

    /** Appears after a moment, unless closed until then. */
    void begin(Texts texts) {
        if (timer != null) return;
        timer = new Timer(PATIENCE, event -> open(texts));
        timer.setRepeats(false);
        timer.start();
    }

    private void open(Texts texts) {
        JProgressBar progress = new JProgressBar();
        progress.setIndeterminate(true);
        JPanel content = new JPanel(new BorderLayout(0, 10));
        content.add(new JLabel(texts.get("frame.closing")), BorderLayout.PAGE_START);
        content.add(progress);
        dialog = Dialogs.of(null, texts.get("frame.product"), "closing", content);
        Dialogs.show(dialog);
    }

    @Override
    public void close() {
        if (timer != null) timer.stop();
        if (dialog != null) dialog.dispose();
    }
}

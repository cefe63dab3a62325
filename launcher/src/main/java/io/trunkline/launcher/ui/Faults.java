package io.trunkline.launcher.ui;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows what no thread caught, in one window at a time; what comes while it is open is counted there, and everything is
 * logged. Safe from any thread.
 */
final class Faults implements Thread.UncaughtExceptionHandler, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final int LONGEST = 50_000; // characters

    private final Supplier<Texts> texts;
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final AtomicBoolean isShown = new AtomicBoolean();
    private final AtomicInteger further = new AtomicInteger();
    private JLabel count; // of the window that is open; for the event dispatch thread, as the next one
    private JDialog dialog;

    private Faults(Supplier<Texts> texts) {
        this.texts = texts;
    }

    /** Begins to show them, with the words that there are at the time. */
    static Faults install(Supplier<Texts> texts) {
        Faults faults = new Faults(texts);
        Thread.setDefaultUncaughtExceptionHandler(faults);
        return faults;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        LOG.error("thread {} failed", thread.getName(), fault);
        if (isShown.compareAndSet(false, true)) {
            EventQueue.invokeLater(() -> open(thread.getName(), fault));
        } else {
            further.incrementAndGet();
            EventQueue.invokeLater(this::showCount);
        }
    }

    private void open(String thread, Throwable fault) {
        Texts words = texts.get();
        JTextArea text = new JTextArea(text(thread, fault), 18, 76);
        text.setName("fault");
        text.setEditable(false);
        text.setTabSize(4);
        text.setCaretPosition(0);
        count = new JLabel(" ");
        count.setName("further");
        JPanel content = new JPanel(new BorderLayout(0, 8));
        content.add(new JLabel(words.get("frame.fault.what")), BorderLayout.PAGE_START);
        content.add(new JScrollPane(text));
        content.add(count, BorderLayout.PAGE_END);
        JButton close = Dialogs.button(words.get("frame.close"), "close", () -> dialog.dispose());
        JButton copy = Dialogs.button(words.get("frame.copy"), "copy", () -> Toolkit.getDefaultToolkit()
                .getSystemClipboard().setContents(new StringSelection(text.getText()), null));
        dialog = Dialogs.of(null, words.get("frame.fault.title"), "fault", content, close, copy);
        Dialogs.onClosed(dialog, this::closed);
        showCount();
        Dialogs.show(dialog);
    }

    private void showCount() {
        int more = further.get();
        if (count != null && more > 0) count.setText(texts.get().format("frame.fault.more", more));
    }

    private void closed() {
        further.set(0);
        count = null;
        dialog = null;
        isShown.set(false);
    }

    private static String text(String thread, Throwable fault) {
        StringWriter text = new StringWriter();
        text.append(thread).append(": ");
        fault.printStackTrace(new PrintWriter(text));
        return text.getBuffer().length() <= LONGEST ? text.toString() : text.getBuffer().substring(0, LONGEST);
    }

    /** Ends showing them, and the window. On the event dispatch thread. */
    @Override
    public void close() {
        if (Thread.getDefaultUncaughtExceptionHandler() == this) Thread.setDefaultUncaughtExceptionHandler(before);
        if (dialog != null) dialog.dispose();
    }
}

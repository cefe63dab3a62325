package io.trunkline.launcher.ui;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.KeyStroke;

/** The frame that all dialogs have: content, buttons at the foot, and the escape key. */
final class Dialogs {

    private Dialogs() {}

    /** A dialog with some content and buttons; the first is the one that the enter key presses. Not shown yet. */
    static JDialog of(Window owner, String title, String name, JComponent content, JButton... buttons) {
        JDialog dialog = new JDialog(owner, Labels.title(title));
        dialog.setName(name);
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        JPanel foot = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 0));
        for (JButton button : buttons) foot.add(button);
        JPanel all = new JPanel(new BorderLayout(0, 14));
        all.setBorder(BorderFactory.createEmptyBorder(14, 16, 12, 16));
        all.add(content);
        all.add(foot, BorderLayout.PAGE_END);
        dialog.setContentPane(all);
        if (buttons.length > 0) dialog.getRootPane().setDefaultButton(buttons[0]);
        dialog.getRootPane().registerKeyboardAction(event -> dialog.dispose(),
                KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), JComponent.WHEN_IN_FOCUSED_WINDOW);
        return dialog;
    }

    /** A button with a name, by which it is found. */
    static JButton button(String text, String name, Runnable pressed) {
        JButton button = Labels.plain(new JButton());
        button.setText(text);
        button.setName(name);
        button.addActionListener(event -> pressed.run());
        return button;
    }

    /** Does something once a window is closed. */
    static void onClosed(Window window, Runnable task) {
        window.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                task.run();
            }
        });
    }

    /** Packs, places and shows a dialog over its owner. */
    static void show(JDialog dialog) {
        dialog.pack();
        dialog.setLocationRelativeTo(dialog.getOwner());
        dialog.setVisible(true);
    }

    /** Asks a question to which the answer is no unless the user says otherwise. */
    static boolean confirm(Window owner, Texts texts, String title, String question) {
        Object[] answers = {texts.get("frame.yes"), texts.get("frame.no")};
        return JOptionPane.showOptionDialog(owner, question, title, JOptionPane.YES_NO_OPTION,
                JOptionPane.QUESTION_MESSAGE, null, answers, answers[1]) == 0;
    }
}

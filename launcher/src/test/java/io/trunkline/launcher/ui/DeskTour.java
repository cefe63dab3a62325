package io.trunkline.launcher.ui;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Window;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JTable;

/** A user who halts a client from a plug-in's window, and looks at what that changed. */
final class DeskTour {

    private final Hand hand;

    DeskTour(Hand hand) {
        this.hand = hand;
    }

    /** Presses a button, or chooses the desk's item of the menu that it opens, and fills in the dialog. */
    void halt(Window window, String button, String dialog, String picture) {
        JButton opener = Hand.in(window, JButton.class, button);
        Hand.await("the server's actions", opener::isShowing);
        if (opener.getComponentPopupMenu() == null) Hand.press(window, button);
        else EventQueue.invokeLater(() -> desk(opener).doClick());
        Window asked = Hand.window(dialog);
        choose(asked, "scope", "client");
        JComboBox<?> names = Hand.in(asked, JComboBox.class, "name");
        Hand.await("the clients that are known", () -> names.getItemCount() > 0);
        Hand.press(asked, "ok");
        Hand.await("that a name is missing", () -> isShown(asked));
        hand.shoot(asked, picture + "-fault");
        Edt.run(() -> names.getEditor().setItem("mallory"));
        choose(asked, "state", "HALTED");
        hand.shoot(asked, picture);
        Hand.press(asked, "ok");
        Hand.awaitClosed(dialog);
        JLabel result = Hand.in(window, JLabel.class, "result");
        Hand.await("the answer", () -> result.getText().contains("client mallory is HALTED"));
        Hand.await("the state in a table", () -> hasRow(window));
        hand.shoot(window, picture + "-done");
    }

    private static JMenuItem desk(JButton opener) {
        for (Component item : opener.getComponentPopupMenu().getComponents()) {
            if (item instanceof JMenuItem menu && menu.getText().equals("Desk state")) return menu;
        }
        throw new IllegalStateException("the menu has no Desk state");
    }

    private static boolean isShown(Window asked) {
        return Hand.in(asked, JLabel.class, "problem").isVisible()
                || Hand.in(asked, JLabel.class, "name.problem").isVisible()
                || Hand.in(asked, JLabel.class, "state.problem").isVisible();
    }

    private static void choose(Window asked, String key, String word) {
        JComboBox<?> box = Hand.in(asked, JComboBox.class, key);
        Edt.run(() -> box.setSelectedItem(word));
    }

    private static boolean hasRow(Window window) {
        JTable table = Hand.that(window, JTable.class, each -> String.valueOf(each.getName()).endsWith("states"),
                "the states");
        for (int row = 0; row < table.getRowCount(); row++) {
            if (table.getValueAt(row, 1).equals("mallory")) return true;
        }
        return false;
    }
}

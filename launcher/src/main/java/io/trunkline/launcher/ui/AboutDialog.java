package io.trunkline.launcher.ui;

import java.awt.BorderLayout;
import java.awt.Window;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

/** Says what the program is. For the event dispatch thread. */
final class AboutDialog {

    private AboutDialog() {}

    static void open(UiContext context, Window owner, String version, Path home) {
        String text = "<html><h2>" + context.text("frame.product") + " " + version + "</h2>"
                + Labels.escaped(context.text("frame.about.what")) + "<p>"
                + line(context.text("frame.about.java"), Runtime.version() + " (" + System.getProperty("java.vendor")
                        + ")")
                + line(context.text("frame.about.system"), System.getProperty("os.name") + " "
                        + System.getProperty("os.arch"))
                + line(context.text("frame.about.home"), home.toAbsolutePath().normalize().toString())
                + line(context.text("frame.about.licence"), "Apache-2.0") + "</html>";
        JPanel panel = new JPanel(new BorderLayout());
        panel.add(new JLabel(text, SwingConstants.LEADING));
        JDialog[] dialog = new JDialog[1];
        JButton close = Dialogs.button(context.text("frame.close"), "close", () -> dialog[0].dispose());
        dialog[0] = Dialogs.of(owner, context.text("frame.menu.about"), "about", panel, close);
        Dialogs.show(dialog[0]);
    }

    private static String line(String name, String value) {
        return Labels.escaped(name) + ": " + Labels.escaped(value) + "<br>";
    }
}

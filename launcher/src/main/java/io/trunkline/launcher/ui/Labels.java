package io.trunkline.launcher.ui;

import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.plaf.basic.BasicHTML;

/**
 * Texts that come from elsewhere, as labels can show them. A component of Swing reads a text that begins with
 * {@code <html>} as markup, and fetches what that names; each way here keeps it from doing so.
 */
public final class Labels {

    private static final int LONG = 50; // characters
    private static final int WIDTH = 320; // pixels

    private Labels() {}

    /** The same component or renderer, which shows texts as they are. To be called before it gets its first text. */
    public static <C extends JComponent> C plain(C component) {
        component.putClientProperty("html.disable", true);
        return component;
    }

    /** A label that shows a text as it is. */
    static JLabel of(String text) {
        JLabel label = plain(new JLabel());
        label.setText(text);
        return label;
    }

    /** A text of one line in which no markup counts, for the titles of tabs and windows, which know no other way. */
    static String title(String text) {
        return BasicHTML.isHTMLString(text) ? " " + text : text;
    }

    /** A text of one or more lines that are broken where they get long, and in which no markup counts. */
    public static String wrapped(String text) {
        if (text.isEmpty()) return "";
        String style = text.length() > LONG ? " style='width:" + WIDTH + "px'" : "";
        return "<html><div" + style + ">" + escaped(text) + "</div></html>";
    }

    /** A text in which no markup counts, for a label that has some. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replaceAll("\\R", "<br>");
    }
}

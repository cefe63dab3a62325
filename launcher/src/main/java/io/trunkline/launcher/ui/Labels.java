package io.trunkline.launcher.ui;

/** Texts that come from elsewhere, as labels can show them. */
final class Labels {

    private static final int LONG = 50; // characters
    private static final int WIDTH = 320; // pixels

    private Labels() {}

    /** A text of one or more lines that are broken where they get long, and in which no markup counts. */
    static String wrapped(String text) {
        if (text.isEmpty()) return "";
        String style = text.length() > LONG ? " style='width:" + WIDTH + "px'" : "";
        return "<html><div" + style + ">" + escaped(text) + "</div></html>";
    }

    /** A text in which no markup counts, for a label that has some. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replaceAll("\\R", "<br>");
    }
}

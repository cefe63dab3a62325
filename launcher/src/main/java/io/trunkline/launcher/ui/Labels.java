package io.trunkline.launcher.ui;

/** Texts that come from elsewhere, as labels can show them. */
final class Labels {

    private static final int WIDTH = 320; // pixels

    private Labels() {}

    /** A text of one or more lines that are broken where they get long, and in which no markup counts. */
    static String wrapped(String text) {
        if (text.isEmpty()) return "";
        int width = text.length() > 50 ? WIDTH : 0;
        return "<html><div" + (width > 0 ? " style='width:" + width + "px'" : "") + ">" + escaped(text) + "</div></html>";
    }

    /** A text in which no markup counts, for a label that has some. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replaceAll("\\R", "<br>");
    }
}

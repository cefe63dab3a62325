package io.trunkline.launcher.text;

/**
 * How many columns of a terminal a text takes: Chinese, Japanese and Korean characters take two, combining ones none.
 */
final class DisplayWidth {

    private static final int[] WIDE = { // first and last of each range
        0x1100, 0x115f, 0x2e80, 0x303e, 0x3041, 0x33ff, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xa000, 0xa4cf, 0xa960, 0xa97f,
        0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe30, 0xfe6f, 0xff00, 0xff60, 0xffe0, 0xffe6, 0x1f300, 0x1f64f,
        0x1f680, 0x1f6ff, 0x1f900, 0x1f9ff, 0x20000, 0x3fffd
    };

    private static final int MOST_CHARACTERS = 4; // a column, those that take none included

    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    static int of(int codePoint) {
        if (codePoint < WIDE[0] && codePoint < 0x300) return codePoint == 0xad ? 0 : 1;
        int type = Character.getType(codePoint);
        boolean isCombining = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
        if (isCombining || type == Character.FORMAT) return 0;
        for (int i = 0; i < WIDE.length; i += 2) {
            if (codePoint >= WIDE[i] && codePoint <= WIDE[i + 1]) return 2;
        }
        return 1;
    }

    /** The text, cut with an ellipsis if it takes more than {@code max} columns or has far more characters. */
    static String cut(String text, int max) {
        int most = MOST_CHARACTERS * max;
        if (text.length() * 2 <= max || text.length() <= most && of(text) <= max) return text;
        StringBuilder cut = new StringBuilder();
        int width = 1; // the ellipsis
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            width += of(codePoint);
            if (width > max || cut.length() >= most) break;
            cut.appendCodePoint(codePoint);
        }
        return cut.append('…').toString();
    }
}

package io.trunkline.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Texts that a record of another may have in any field, and what a terminal must not be sent. */
public final class Hostile {

    /** Each would move the cursor, forge a line, colour what follows, hide it, spread over the screen or be markup. */
    public static final List<String> TEXTS = List.of(
            "a\r\nFAKE  ROW\u2028x\u2029y\u0085z\u000b\f",
            "\u001b[2J\u001b[1;1H\u001b]0;title\u0007\u001bP1$r\u001b\\",
            "\u009b31mred\u009d0;t\u009c\u0000\b\b\u007f",
            "abc\u202edcba\u202c\u2066x\u2069\u200e\u200f\u200b\ufeff\u00ad",
            "e" + "\u0301".repeat(5_000),
            "\u82f9\u679c".repeat(500),
            "\ud83d\ude80".repeat(500),
            "x".repeat(10_000),
            "\ud800 alone \udc00",
            "\t\t\t",
            "<hTmL><img src='http://127.0.0.1:9/x'><b>bold");

    private Hostile() {}

    /** Says that it is one line that steers nothing and takes at most so many columns. */
    public static void assertHarmless(String line, int mostColumns) {
        assertThat(line.chars().filter(Hostile::isSteering).mapToObj(Integer::toHexString)).as(brief(line)).isEmpty();
        assertThat(columns(line)).as(brief(line)).isLessThanOrEqualTo(mostColumns);
        assertThat(line.length()).as("characters, those that take no column included").isLessThan(8 * mostColumns);
    }

    private static String brief(String line) {
        return line.length() < 200 ? line : line.substring(0, 200);
    }

    private static boolean isSteering(int c) {
        return c < 0x20 || c >= 0x7f && c < 0xa0 || c == 0xad || c >= 0x200b && c <= 0x200f
                || c >= 0x2028 && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0xfeff;
    }

    /** How many columns a text takes whose wide characters are those of {@link #TEXTS}. */
    private static int columns(String text) {
        return text.codePoints().map(c -> c == 0x301 ? 0 : c == 0x82f9 || c == 0x679c || c == 0x1f680 ? 2 : 1).sum();
    }
}

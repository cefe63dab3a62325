package io.trunkline.rmi.pair;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * A code for one use: 80 random bits, written as 16 letters and digits of Crockford's base 32 such as
 * {@code 7KQ4-M2XD-9TWB-H5RN}.
 */
final class Code {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private final String signs;

    private Code(String signs) {
        this.signs = signs;
    }

    static Code random(SecureRandom random) {
        StringBuilder signs = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) signs.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        return new Code(signs.toString());
    }

    /**
     * Reads what a person typed: in either case, with any dashes and spaces, O for 0 and I or L for 1.
     *
     * @throws IllegalArgumentException if it is none; the message does not repeat it
     */
    static Code parse(String text) {
        String signs = text.toUpperCase(Locale.ROOT).replaceAll("[-\\s]", "").replace('O', '0').replace('I', '1')
                .replace('L', '1');
        if (signs.chars().anyMatch(sign -> SIGNS.indexOf(sign) < 0)) {
            throw new IllegalArgumentException("this has a sign that no code has; take the code as 'trunkline pair "
                    + "offer' shows it, such as 7KQ4-M2XD-9TWB-H5RN");
        }
        if (signs.length() == LENGTH) return new Code(signs);
        throw new IllegalArgumentException("this has " + signs.length() + " letters and digits, a code has " + LENGTH
                + "; take it as 'trunkline pair offer' shows it, such as 7KQ4-M2XD-9TWB-H5RN");
    }

    /** As it is shown to a person. */
    String text() {
        return String.join("-", signs.split("(?<=\\G.{" + GROUP + "})"));
    }

    char[] signs() {
        return signs.toCharArray();
    }

    /** Nothing of the code. */
    @Override
    public String toString() {
        return "Code[***]";
    }
}

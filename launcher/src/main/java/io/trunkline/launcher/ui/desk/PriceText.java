package io.trunkline.launcher.ui.desk;

import io.trunkline.launcher.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes prices with at least so many decimals. */
final class PriceText {

    private PriceText() {}

    /** All decimals that the price has, and zeros up to {@code digits}. */
    static String exact(double price, int digits) {
        String text = Numbers.text(price);
        if (text.isEmpty() || text.indexOf('E') >= 0) return text;
        int dot = text.indexOf('.');
        int has = dot < 0 ? 0 : text.length() - dot - 1;
        if (has >= digits) return text;
        return text + (dot < 0 ? "." : "") + "0".repeat(digits - has);
    }

    /** Rounded to {@code most} decimals, of which zeros at the end beyond {@code digits} are left out. */
    static String rounded(double price, int digits, int most) {
        if (!Double.isFinite(price)) return "";
        return exact(BigDecimal.valueOf(price).setScale(most, RoundingMode.HALF_UP).doubleValue(), digits);
    }
}

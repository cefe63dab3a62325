package io.trunkline.launcher.ui.desk;

/** How a figure is written. */
enum FigureKind {
    /** A text as it is. */
    TEXT,
    /** An id, of which the end says most. */
    ID,
    /** A constant of an enum, in the user's language. */
    WORD,
    /** A number with as many digits as it has. */
    NUMBER,
    /** A price with the digits of the contract's price tick. */
    PRICE,
    /** A price that need not be on the price tick: two digits more at most. */
    AVERAGE,
    /** A sum of money, with two digits. */
    MONEY,
    /** An instant, in the exchange's zone. */
    TIME;

    /** Whether figures stand below each other at their right ends. */
    boolean isNumber() {
        return this == NUMBER || this == PRICE || this == AVERAGE || this == MONEY;
    }
}

package io.trunkline.rmi.access;

/**
 * What a client may do. Immutable.
 *
 * @param role what it is for
 * @param view what it sees
 * @param trades for which instruments it may send orders and quotes
 * @param cancelsAll whether it may cancel what others sent
 * @param perSecond how many requests it may make a second, cancels and signs of life apart; 0 for any number
 */
public record Rights(Role role, View view, InstrumentPatterns trades, boolean cancelsAll, int perSecond) {

    /** Those of everybody where nobody has to log in. */
    public static final Rights ALL =
            new Rights(Role.SUPERVISOR, View.EVERYTHING, InstrumentPatterns.ALL, true, 0);
}

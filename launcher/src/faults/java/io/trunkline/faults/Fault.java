package io.trunkline.faults;

/**
 * One fault of a schedule. What it is to do with a random number in detail, {@code amount} says.
 *
 * @param kind what it is
 * @param isUpstream for a link: whether it is the relay's to the exchange, not the clients' to the relay
 * @param direction for a link: which way, if it is about one
 * @param client for a client: which, counted from 0
 * @param patiences how long it lasts, in multiples of the time after which a peer is given up
 * @param amount from 0 to 1, how bad it is
 */
record Fault(FaultKind kind, boolean isUpstream, Direction direction, int client, double patiences, double amount) {

    @Override
    public String toString() {
        String where = kind.isOfLink() ? (isUpstream ? " upstream " : " downstream ") + direction
                : kind.isOfRelay() ? "" : " " + client;
        return String.format("%s%s for %.2f x patience, %.2f", kind, where, patiences, amount);
    }
}

package io.trunkline.engine.model;

/**
 * Money at a gateway, as it last reported it.
 *
 * @param id the gateway's path and the account's own id
 * @param gateway the path of the gateway that reported it
 * @param balance all of it, in the account's currency
 * @param frozen the part that active orders bind
 * @param available what new orders may use
 */
public record Account(Id id, String gateway, double balance, double frozen, double available)
        implements Event, StateRecord {

    /** Checks that nothing is null, the figures are numbers and the id is the gateway's. */
    public Account {
        Check.idUnder(id, gateway, "id");
        Check.finite(balance, "balance");
        Check.finite(frozen, "frozen");
        Check.finite(available, "available");
    }

    /** An account whose available money is its balance less what is frozen. */
    public static Account of(String gateway, String accountId, double balance, double frozen) {
        return new Account(Id.of(gateway, accountId), gateway, balance, frozen, balance - frozen);
    }

    @Override
    public Id key() {
        return id;
    }

    @Override
    public Account at(String path) {
        return new Account(id.moved(gateway, path), path, balance, frozen, available);
    }
}

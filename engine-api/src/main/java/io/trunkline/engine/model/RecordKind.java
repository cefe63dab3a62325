package io.trunkline.engine.model;

/** The kinds of {@link StateRecord}. */
public enum RecordKind {
    CONTRACT, ACCOUNT, POSITION, ORDER, TRADE, QUOTE;

    /** The kind of a record. */
    public static RecordKind of(StateRecord record) {
        if (record instanceof Order) return ORDER;
        if (record instanceof Trade) return TRADE;
        if (record instanceof Position) return POSITION;
        if (record instanceof Account) return ACCOUNT;
        if (record instanceof Quote) return QUOTE;
        return CONTRACT;
    }
}

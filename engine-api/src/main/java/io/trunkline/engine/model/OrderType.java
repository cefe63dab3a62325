package io.trunkline.engine.model;

/**
 * How an order may execute. FAK fills what it can at once and cancels the rest; FOK fills whole at once or not at all.
 */
public enum OrderType {
    LIMIT, MARKET, STOP, FAK, FOK, RFQ, ETF
}

package io.trunkline.engine;

/** How the offset of an order is worked out from the position held. */
public enum ConversionMode {
    /** Only where the exchange asks for the day (SHFE, INE): a close is split into today's and yesterday's part. */
    DEFAULT,
    /** Against today's position on the other side, open instead of closing; else close yesterday's first. */
    LOCK,
    /** Close whatever the other side holds, then open the rest. */
    NET
}

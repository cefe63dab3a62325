package io.trunkline.engine.model;

/** The class of an instrument. */
public enum Product {
    EQUITY, FUTURES, OPTION, INDEX, FOREX, SPOT, ETF, BOND, WARRANT, SPREAD, FUND, CFD, SWAP
}

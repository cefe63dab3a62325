package io.trunkline.engine.model;

/** A currency of account. */
public enum Currency {
    USD, HKD, CNY, CAD
}

package io.trunkline.engine.model;

/** The right that an option gives. */
public enum OptionType {
    CALL, PUT
}

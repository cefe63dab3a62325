package io.trunkline.engine.model;

/** What comes back from a request. */
public sealed interface Reply permits Outcome, History {}

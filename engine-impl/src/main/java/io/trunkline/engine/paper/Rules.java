package io.trunkline.engine.paper;

import io.trunkline.engine.model.Refusal;

/** The names of the rules by which paper trading refuses. */
final class Rules {

    /** Something that is no paper trade of the asker. */
    static final String PAPER = "paper";

    /** Nothing is decided yet, or any more. */
    static final String NOT_RUNNING = "paper-not-running";

    private Rules() {}

    static Refusal notRunning(String why) {
        return new Refusal(NOT_RUNNING, "nothing was sent: " + why);
    }
}

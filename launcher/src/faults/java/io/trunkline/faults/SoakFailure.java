package io.trunkline.faults;

/** A run that cannot go on; the message says why in words for a person. */
final class SoakFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    SoakFailure(String message) {
        super(message);
    }
}

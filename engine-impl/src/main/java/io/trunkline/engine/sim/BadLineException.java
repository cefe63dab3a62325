package io.trunkline.engine.sim;

/** A line of a file that says nothing usable. The message tells what is wrong with it, without file and line. */
final class BadLineException extends Exception {

    private static final long serialVersionUID = 1;

    BadLineException(String message) {
        super(message, null, false, false); // a file can have millions, and the place of the throw says nothing
    }
}

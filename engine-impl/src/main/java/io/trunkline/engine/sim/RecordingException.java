package io.trunkline.engine.sim;

/** A file that cannot be used. The message is a sentence that names the file and the remedy. */
final class RecordingException extends Exception {

    private static final long serialVersionUID = 1;

    RecordingException(String message) {
        super(message);
    }

    RecordingException(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.trunkline.launcher.shell;

/**
 * A verb cannot do what it was asked for. The message says why and what to do. It has no stack trace, so that a shell
 * shows it as one line.
 */
public final class ScriptException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ScriptException(String message) {
        super(message, null, false, false);
    }
}

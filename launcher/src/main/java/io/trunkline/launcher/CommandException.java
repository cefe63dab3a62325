package io.trunkline.launcher;

/** A command cannot go on. The message names the bad value and the remedy; it becomes one line on stderr. */
final class CommandException extends RuntimeException {

    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int INTERRUPTED = 130;

    private static final long serialVersionUID = 1;

    private final int exitCode;

    private CommandException(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** What was typed cannot be used. */
    static CommandException usage(String message) {
        return new CommandException(USAGE, message, null);
    }

    /** What was asked for did not work. */
    static CommandException failed(String message) {
        return new CommandException(FAILED, message, null);
    }

    /** What was asked for did not work because of something that was thrown. */
    static CommandException failed(String message, Throwable cause) {
        return new CommandException(FAILED, message, cause);
    }

    int exitCode() {
        return exitCode;
    }
}

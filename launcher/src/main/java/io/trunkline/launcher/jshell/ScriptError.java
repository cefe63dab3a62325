package io.trunkline.launcher.jshell;

/** The first thing that went wrong in a script. The message names the script, the line and what is wrong. */
public final class ScriptError extends RuntimeException {

    private static final long serialVersionUID = 1;

    ScriptError(Script script, int line, String problem) {
        super(script.name() + ":" + line + ": " + problem, null, false, false);
    }
}

package io.trunkline.launcher.jshell;

import io.trunkline.launcher.shell.ScriptException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.UnresolvedReferenceException;

/** Runs scripts one snippet after the other up to the first error. For one thread. */
final class ScriptRun implements AutoCloseable {

    private static final String EXIT = "/exit";

    private final JShell jshell;
    private final Map<String, Integer> lines = new HashMap<>(); // the first line of each snippet, by its id

    private ScriptRun(JShell jshell) {
        this.jshell = jshell;
    }

    /** Makes a shell that has carried out the startup. */
    static ScriptRun start() {
        JShell jshell = JShell.builder().executionEngine(new InProcess(), Map.of())
                .compilerOptions("--class-path", Startup.classPath()).build();
        ScriptRun run = new ScriptRun(jshell);
        run.run(new Script("startup", Startup.text()));
        return run;
    }

    /** Runs a script; the exit code if it ended the shell. Throws a ScriptError at the first error. */
    OptionalInt run(Script script) {
        SourceCodeAnalysis analysis = jshell.sourceCodeAnalysis();
        int at = script.skipBlanks(0);
        while (at < script.text().length()) {
            if (script.text().charAt(at) == '/') return OptionalInt.of(exitCode(script, at));
            int end = script.endOfLine(at);
            CompletionInfo next = analysis.analyzeCompletion(script.text().substring(at, end));
            while (!next.completeness().isComplete() && end < script.text().length()) {
                end = script.endOfLine(end);
                next = analysis.analyzeCompletion(script.text().substring(at, end));
            }
            boolean isIncomplete = next.completeness() == Completeness.DEFINITELY_INCOMPLETE;
            if (isIncomplete) throw new ScriptError(script, script.lineOf(at), "what begins here does not end");
            if (next.completeness() == Completeness.EMPTY) break;
            evaluate(script, at, next.source());
            at = script.skipBlanks(end - next.remaining().length());
        }
        return OptionalInt.empty();
    }

    private int exitCode(Script script, int at) {
        String[] words = script.lineFrom(at).split("\\s+", 2);
        int line = script.lineOf(at);
        if (!words[0].equals(EXIT)) {
            throw new ScriptError(script, line, "'" + words[0] + "' is not for scripts; of jshell's commands only "
                    + EXIT + " is");
        }
        if (words.length == 1) return 0;
        String value = evaluate(script, at, words[1].replaceAll(";$", ""));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new ScriptError(script, line, EXIT + " needs a whole number, not " + words[1]);
        }
    }

    /** Runs one snippet and returns its value as jshell writes it; null if it has none. */
    private String evaluate(Script script, int at, String source) {
        int line = script.lineOf(at);
        List<SnippetEvent> events = jshell.eval(source);
        for (SnippetEvent event : events) lines.put(event.snippet().id(), line);
        String value = null;
        for (SnippetEvent event : events) {
            if (event.status() == Snippet.Status.REJECTED) throw rejected(script, at, event.snippet());
            if (event.exception() != null) throw thrown(script, line, event.exception());
            value = event.value();
        }
        return value;
    }

    private ScriptError rejected(Script script, int at, Snippet snippet) {
        Diag first = jshell.diagnostics(snippet).filter(Diag::isError).findFirst().orElseThrow();
        int place = at + (int) Math.max(0, first.getPosition());
        return new ScriptError(script, script.lineOf(place), oneLine(first.getMessage(Locale.ROOT)));
    }

    private ScriptError thrown(Script script, int line, JShellException exception) {
        if (exception instanceof UnresolvedReferenceException missing) {
            String names = String.join(", ", new ArrayList<>(
                    jshell.unresolvedDependencies(missing.getSnippet()).toList()));
            return new ScriptError(script, line, missing.getSnippet().name() + " needs " + names
                    + ", which is not declared yet");
        }
        EvalException thrown = (EvalException) exception;
        boolean isOurs = thrown.getExceptionClassName().equals(ScriptException.class.getName());
        String message = thrown.getMessage() == null ? "" : ": " + oneLine(thrown.getMessage());
        return new ScriptError(script, lineOf(thrown, line),
                isOurs ? oneLine(thrown.getMessage()) : thrown.getExceptionClassName() + message);
    }

    /** The innermost line of the script that the exception passed; that of the snippet if it does not tell. */
    private int lineOf(EvalException thrown, int line) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            String file = String.valueOf(frame.getFileName());
            Integer first = file.startsWith("#") ? lines.get(file.substring(1)) : null;
            if (first != null) return first + Math.max(0, frame.getLineNumber() - 1);
        }
        return line;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    @Override
    public void close() {
        jshell.close();
    }
}

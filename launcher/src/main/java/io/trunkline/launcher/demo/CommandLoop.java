package io.trunkline.launcher.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * A child's side of the conversation: a command is a word on a line, an answer some lines and {@link #END}. For one
 * thread.
 */
public final class CommandLoop {

    /** The line that ends every answer. */
    static final String END = "END";
    /** What an answer begins with if the command failed. */
    static final String ERROR = "ERROR ";

    private final Map<String, Callable<List<String>>> answers = new LinkedHashMap<>();

    /** Says how a command is answered. */
    public CommandLoop on(String command, Callable<List<String>> answer) {
        answers.put(command, answer);
        return this;
    }

    /** Greets with a line, then answers until the input ends. */
    public void run(String greeting, InputStream in, PrintStream out) throws IOException, InterruptedException {
        answer(List.of(greeting), out);
        BufferedReader commands = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            answer(lines(command), out);
        }
    }

    private List<String> lines(String command) throws InterruptedException {
        Callable<List<String>> answer = answers.get(command);
        if (answer == null) return List.of(ERROR + "unknown command " + command);
        try {
            return answer.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return List.of(ERROR + e);
        }
    }

    private static void answer(List<String> lines, PrintStream out) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        out.print(text.append(END).append('\n'));
        out.flush();
    }
}

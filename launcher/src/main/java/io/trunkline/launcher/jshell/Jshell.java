package io.trunkline.launcher.jshell;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalInt;
import jdk.jshell.tool.JavaShellToolBuilder;

/** The JDK's jshell with the verbs, in this JVM. The verbs work on the trader that is installed. */
public final class Jshell {

    private Jshell() {}

    /**
     * Runs scripts one after the other in one shell and returns the exit code: that of the first {@code /exit}, or 0.
     *
     * @throws ScriptError at the first error
     */
    public static int run(List<Script> scripts) {
        try (ScriptRun run = ScriptRun.start()) {
            for (Script script : scripts) {
                OptionalInt exitCode = run.run(script);
                if (exitCode.isPresent()) return exitCode.getAsInt();
            }
            return 0;
        }
    }

    /** Shows the prompt until the user ends it, and returns the exit code. What is typed is not kept. */
    public static int prompt(InputStream in, PrintStream out, PrintStream err) throws IOException {
        Path startup = Files.createTempFile("trunkline", ".jsh");
        try {
            Files.writeString(startup, Startup.text());
            return JavaShellToolBuilder.builder().in(in, null).out(out).err(err)
                    .persistence(new HashMap<>()) // the preferences would keep secrets for every jshell to see
                    .start("--execution", InProcess.NAME, "--class-path", Startup.classPath(),
                            "--startup", startup.toString(), "--feedback", "concise");
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("jshell failed: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(startup);
        }
    }
}

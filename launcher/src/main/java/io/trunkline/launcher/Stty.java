package io.trunkline.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The system's own program that tells and sets how the terminal works. */
final class Stty {

    private static final long LONGEST_SECONDS = 2;

    private Stty() {}

    /** Runs it, even if interrupted, and answers what it prints; empty if it cannot be run or fails. */
    static Optional<String> run(String... arguments) {
        boolean isInterrupted = Thread.interrupted();
        try {
            return finished(start(arguments));
        } catch (InterruptedException e) {
            isInterrupted = true;
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // another system, or no terminal
        } finally {
            if (isInterrupted) Thread.currentThread().interrupt();
        }
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command).redirectInput(new File("/dev/tty"))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static Optional<String> finished(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Optional.empty();
        }
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        return process.exitValue() == 0 ? Optional.of(printed) : Optional.empty();
    }
}

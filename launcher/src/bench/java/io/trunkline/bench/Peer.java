package io.trunkline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The main class of a JVM that the benchmark starts: plays a role, told line by line, until its input ends. */
public final class Peer {

    private Peer() {}

    /** Plays the role that the first argument names. */
    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        System.setOut(System.err); // nobody else may write between the answers
        int exitCode = 0;
        try (Role role = role(args[0]);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(answer(role, Message.parse(line)));
                out.flush();
            }
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            exitCode = 1;
        }
        System.exit(exitCode); // whatever threads a contender leaves behind
    }

    private static Role role(String name) {
        return switch (name) {
            case "publisher" -> new PublisherRole();
            case "subscriber" -> new SubscriberRole();
            case "order-server" -> new OrderServerRole();
            case "order-client" -> new OrderClientRole();
            case "snapshot-server" -> new SnapshotServerRole();
            case "snapshot-client" -> new SnapshotClientRole();
            default -> throw new IllegalArgumentException("unknown role: " + name);
        };
    }

    private static Message answer(Role role, Message command) {
        try {
            Map<String, String> values = new LinkedHashMap<>();
            role.handle(command).forEach((key, value) -> values.put(key, value.toString()));
            JvmFigures.now().forEach((key, value) -> values.put(key, value.toString()));
            return new Message("ok", values);
        } catch (Exception | LinkageError e) {
            e.printStackTrace();
            return new Message("error", Map.of("what", String.valueOf(e).replaceAll("\\s+", "_")));
        }
    }
}

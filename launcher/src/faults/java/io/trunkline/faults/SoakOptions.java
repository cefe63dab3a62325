package io.trunkline.faults;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/**
 * How a run is done. Immutable.
 *
 * @param duration how long faults come
 * @param seed what decides which
 * @param clients how many clients there are
 * @param rate orders and cancels that each client sends a second
 * @param heartbeat time between signs of life
 * @param timeout how long an answer may take; a peer is given up after twice that
 * @param folder where homes and logs are
 */
record SoakOptions(
        Duration duration, long seed, int clients, int rate, Duration heartbeat, Duration timeout, Path folder) {

    static final String USAGE = """
            Usage: trunkline soak [--minutes N | --seconds N] [--seed S] [--clients N] [--rate N]
                                  [--heartbeat MS] [--timeout MS] [--out DIR]
            Runs an exchange, a relay and clients in processes of their own, sends and cancels orders,
            kills, stops and restarts processes and impairs connections at random, and checks in the
            end that nothing was lost, doubled, reordered or invented. The seed decides which fault
            comes when. Exit codes: 0 all is well, 1 something is not, 2 bad usage.

              --minutes N     how long faults come; 30 if nothing is given
              --seconds N     the same in seconds
              --seed S        which faults; any if not given
              --clients N     how many clients, from 1 to 20; 2 if not given
              --rate N        orders and cancels of each client a second; 4 if not given
              --heartbeat MS  time between signs of life; 500 if not given
              --timeout MS    how long an answer may take; 2000 if not given
              --out DIR       where to leave the logs; else they are deleted if all is well""";

    /** Reads the arguments; throws IllegalArgumentException if they cannot be used. */
    static SoakOptions parse(List<String> arguments) throws IOException {
        Duration duration = Duration.ofMinutes(30);
        long seed = new SecureRandom().nextInt(1_000_000);
        int clients = 2;
        int rate = 4;
        Duration heartbeat = Duration.ofMillis(500);
        Duration timeout = Duration.ofSeconds(2);
        Path folder = null;
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (i + 1 == arguments.size()) throw new IllegalArgumentException(name + " needs a value");
            String value = arguments.get(i + 1);
            switch (name) {
                case "--minutes" -> duration = Duration.ofMillis((long) (Double.parseDouble(value) * 60_000));
                case "--seconds" -> duration = Duration.ofSeconds(Integer.parseInt(value));
                case "--seed" -> seed = Long.parseLong(value);
                case "--clients" -> clients = number(name, value, 20);
                case "--rate" -> rate = number(name, value, 1_000);
                case "--heartbeat" -> heartbeat = Duration.ofMillis(number(name, value, 60_000));
                case "--timeout" -> timeout = Duration.ofMillis(number(name, value, 60_000));
                case "--out" -> folder = Files.createDirectories(Path.of(value));
                default -> throw new IllegalArgumentException("unknown option " + name);
            }
        }
        return new SoakOptions(duration, seed, clients, rate, heartbeat, timeout,
                folder == null ? Files.createTempDirectory("soak-") : folder);
    }

    private static int number(String name, String value, int most) {
        int number = Integer.parseInt(value);
        if (number < 1 || number > most) throw new IllegalArgumentException(name + " is from 1 to " + most);
        return number;
    }

    /** After how long a peer that is not heard of is given up. */
    Duration patience() {
        return timeout.multipliedBy(2);
    }

    /** The command that does the same again. */
    String replay() {
        return "trunkline soak --seconds " + duration.toSeconds() + " --seed " + seed + " --clients " + clients
                + " --rate " + rate + " --heartbeat " + heartbeat.toMillis() + " --timeout " + timeout.toMillis();
    }

    /** The beginning of a command line that starts a JVM. */
    List<String> java() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xmx256m", "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS");
    }

    /** The launcher's jar, which stands one folder above this program's. */
    Path program() {
        try {
            Path jar = Path.of(SoakOptions.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return jar.getParent().resolveSibling("trunkline.jar");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the folder of the program's jar is not known", e);
        }
    }
}

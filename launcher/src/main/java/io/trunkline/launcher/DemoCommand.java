package io.trunkline.launcher;

import io.trunkline.launcher.demo.Demo;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows it all at once: a server and clients trade a recorded session, each in a JVM of its own. */
@Command(name = "demo", header = "See a server and two clients trade a recorded session.",
        description = {"Afterwards each client's books are compared with the server's; differences are a failure.", ""})
final class DemoCommand implements Callable<Integer> {

    private static final int MOST_CLIENTS = 16;

    private final Environment environment;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--speed", paramLabel = "N", defaultValue = "620",
            description = "How many times faster than recorded, or max; 620, about 22 s for the session, if not given.")
    private String speed;

    @Option(names = "--clients", paramLabel = "N", defaultValue = "2",
            description = "How many clients; 2 if not given, at most " + MOST_CLIENTS + ".")
    private int clients;

    @Option(names = "--for", paramLabel = "DURATION", converter = Durations.class,
            description = "Stop before the session ends, after this time.")
    private Duration duration;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "0",
            description = "The server's port; a free one if not given.")
    private int port;

    DemoCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        common.startLog("error");
        check();
        try (StopSignal stop = StopSignal.install(); Demo demo = new Demo(Main.class, environment.out(), stop::await)) {
            try {
                demo.start(port, speed, clients);
                boolean isEqual = demo.play(duration) && demo.compare(environment.err());
                if (stop.isStopped()) return stop.exitCode();
                if (!isEqual) throw CommandException.failed("the clients' books differ from the server's");
                return 0;
            } catch (IllegalStateException e) {
                if (stop.isStopped()) return stop.exitCode(); // the signal reached the children, too
                throw CommandException.failed(e.getMessage(), e);
            }
        }
    }

    private void check() {
        if (!isSpeed()) throw CommandException.usage("--speed must be a number above 0 or max: " + speed);
        if (clients < 1 || clients > MOST_CLIENTS) {
            throw CommandException.usage("--clients must be from 1 to " + MOST_CLIENTS + ": " + clients);
        }
        if (port < 0 || port > 65_535) throw CommandException.usage("--port must be from 0 to 65535: " + port);
    }

    private boolean isSpeed() {
        try {
            return speed.equals("max") || Double.parseDouble(speed) > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}

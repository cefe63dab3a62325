package io.trunkline.launcher;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The options of commands that connect to a server, ask it for something and end. */
final class RequestOptions extends ConnectOptions {

    @Option(names = "--timeout", paramLabel = "DURATION", converter = Durations.class, defaultValue = "2s",
            description = "How long to wait for the server to answer; 2s if not given.")
    private Duration timeout;

    Duration timeout() {
        return timeout;
    }

    /** Connects with the settings that these options amount to. */
    Remote open(Environment environment) throws InterruptedException {
        return open(environment, settings(environment));
    }

    /** Connects with settings. */
    Remote open(Environment environment, GivenSettings settings) throws InterruptedException {
        return Remote.open(environment, home(environment), settings, timeout);
    }
}

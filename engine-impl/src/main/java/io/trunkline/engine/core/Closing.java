package io.trunkline.engine.core;

import io.trunkline.engine.App;
import io.trunkline.engine.gateway.Gateway;
import java.time.Duration;
import java.util.List;

/**
 * Ends the plug-ins of an engine, the last added first: gateways, and once their last events were handled, the apps,
 * which may have to pass them on. None can keep the others from ending.
 */
final class Closing {

    private static final Duration LEAST = Duration.ofSeconds(10); // what a plug-in gets, however little the queue gets

    private final List<App> apps;
    private final List<Gateway> gateways;
    private final Runnable drain;
    private final Duration limit;

    /** The task waits a bounded time for the events that are queued to be handled. */
    Closing(List<App> apps, List<Gateway> gateways, Runnable drain, Duration closeTimeout) {
        this.apps = apps;
        this.gateways = gateways;
        this.drain = drain;
        this.limit = closeTimeout.compareTo(LEAST) > 0 ? closeTimeout : LEAST;
    }

    void run() {
        for (int i = gateways.size() - 1; i >= 0; i--) {
            Gateway gateway = gateways.get(i);
            Bounded.run("closing gateway " + gateway.name(), limit, gateway::close);
        }
        drain.run();
        for (int i = apps.size() - 1; i >= 0; i--) {
            App app = apps.get(i);
            Bounded.run("stopping app " + app.name(), limit, app::stop);
            Bounded.run("closing app " + app.name(), limit, app::close);
        }
    }

    /** Runs a last step on a thread of its own. */
    static void aside(Runnable step) {
        Thread thread = new Thread(step, "engine-close");
        thread.setDaemon(true);
        thread.start();
    }
}

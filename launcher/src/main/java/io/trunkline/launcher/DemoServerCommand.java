package io.trunkline.launcher;

import io.trunkline.engine.App;
import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Plugin;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.launcher.demo.Canon;
import io.trunkline.launcher.demo.CommandLoop;
import io.trunkline.launcher.demo.TickTally;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The demonstration's server: holds its replay back until told to go on, and does as it is told on stdin. */
@Command(name = "demo-server", hidden = true)
final class DemoServerCommand implements Callable<Integer> {

    private static final Duration LONGEST_START = Duration.ofSeconds(30);

    private final Environment environment;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--port", required = true)
    private int port;

    @Option(names = "--speed", required = true)
    private String speed;

    DemoServerCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        common.startLog("error");
        try (MainEngine engine = environment.engines().apply(EngineOptions.DEFAULTS)) {
            TickTally tally = new TickTally(false);
            engine.events().on(Tick.class, tally::add);
            Plugins.gateway(engine, Names.SIM);
            Plugin sim = engine.addGateway(Names.SIM);
            act(sim, "pause");
            Plugins.app(engine, Names.RPC_SERVICE);
            App service = engine.addApp(Names.RPC_SERVICE);
            engine.start(Names.RPC_SERVICE, Map.of(Names.PORT, Integer.toString(port)));
            connect(engine);
            new CommandLoop()
                    .on("RESUME", () -> act(sim, "resume"))
                    .on("PAUSE", () -> act(sim, "pause"))
                    .on("STATUS", () -> status(sim, tally))
                    .on("DUMP", () -> Canon.lines(engine, false))
                    .run(address(service.status()), environment.in(), environment.out());
        }
        return 0;
    }

    private void connect(MainEngine engine) throws InterruptedException {
        try (GatewayWatch watch = GatewayWatch.of(engine, Names.SIM)) {
            engine.connect(Names.SIM, Map.of(Names.SPEED, speed));
            GatewayWatch.Progress progress = watch.await(GatewayWatch.Progress.LIVE, LONGEST_START);
            if (progress != GatewayWatch.Progress.LIVE) {
                throw CommandException.failed("the simulated exchange did not start: " + watch.detail());
            }
        }
    }

    private static List<String> act(Plugin plugin, String name) {
        Action action = plugin.actions().stream().filter(candidate -> candidate.name().equals(name)).findFirst()
                .orElseThrow(() -> CommandException.failed(plugin.name() + " has no action " + name));
        return List.of(action.run().apply(Settings.defaults(action.parameters())));
    }

    private static List<String> status(Plugin sim, TickTally tally) {
        List<String> lines = new ArrayList<>(tally.status());
        lines.add("finished " + Figures.of(sim, "replay").text("state").equals("finished"));
        return lines;
    }

    /** The address in what the service says of itself. */
    static String address(String status) {
        return status.strip().split("[\\s,;]")[0];
    }
}

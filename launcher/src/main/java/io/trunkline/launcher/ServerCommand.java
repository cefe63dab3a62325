package io.trunkline.launcher;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.JournalSync;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds gateways and serves them to clients until it is told to stop. */
@Command(name = "server", header = "Connect to exchanges and share them with clients.",
        description = {"Runs until SIGTERM or SIGINT. Prints 'READY ADDRESS' once clients can come.", ""})
final class ServerCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    @Mixin
    private StatusOptions status = new StatusOptions();

    @Option(names = "--bind", paramLabel = "ADDRESS",
            description = "Address to listen on, or unix:PATH; short for --set RpcService.bind=ADDRESS.")
    private String bind;

    @Option(names = "--port", paramLabel = "PORT",
            description = "Port to listen on; short for --set RpcService.port=PORT.")
    private Integer port;

    @Option(names = "--insecure", description = "Short for --set RpcService.insecure=true.")
    private boolean insecure;

    @Option(names = "--gateway", paramLabel = "[NAME=]TYPE", split = ",",
            description = "A gateway to add, under its type's name or another; repeatable; " + Names.SIM
                    + " if none is given.")
    private List<String> gateways = new ArrayList<>();

    @Mixin
    private AppOption apps = new AppOption();

    @Option(names = "--set", paramLabel = "NAME.key=value",
            description = "A setting of a gateway or app; repeatable. From the environment: TRUNKLINE_SET_NAME_KEY.")
    private List<String> sets = new ArrayList<>();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--journal", paramLabel = "NAME",
            description = "What the order journal below the home is called, or none for no journal; after where the "
                    + "server listens if not given. With it, a server that is started again knows what became of "
                    + "orders.")
    private String journal;

    @Option(names = "--journal-sync", paramLabel = "written|synced", defaultValue = "written",
            description = "What an order in the journal survives before it is sent: the end of this process, or of the "
                    + "machine too, at the price of the disk's time for each order; written if not given.")
    private JournalSync journalSync;

    @Option(names = "--no-connect", description = "Leave the gateways unconnected.")
    private boolean noConnect;

    @Mixin
    private WaitOption wait = new WaitOption();

    @Mixin
    private WindowOption window = new WindowOption();

    @Spec
    private CommandSpec command;

    ServerCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        common.startLog("info");
        ServerPlan plan = ServerPlan.parse(gateways, apps.types());
        GivenSettings settings = GivenSettings.parse(environment, command, sets);
        OptionSources.of(command).layers(command).file().path()
                .ifPresent(file -> environment.err().println("settings from " + file));
        Path files = home.folder(environment);
        EngineOptions options = EngineOptions.DEFAULTS.withHome(files).withWaitStrategy(wait.strategy())
                .withManagement("server");
        EngineOptions all = JournalName.of(journal, journalSync, settings.text(Names.RPC_SERVICE, Names.BIND),
                settings.text(Names.RPC_SERVICE, Names.PORT)).map(options::withJournal).orElse(options);
        try (StopSignal stop = StopSignal.install(); Screen screen = window.open(files, "server");
                PluginJars jars = plugins.open(files)) {
            try (MainEngine engine = create(jars.in(all))) {
                serve(new Server(engine, environment), plan, settings, stop, screen);
                environment.err().println("closing");
            }
            environment.err().println("closed");
            return stop.exitCode();
        }
    }

    private MainEngine create(EngineOptions options) {
        try {
            return environment.engines().apply(options);
        } catch (IllegalStateException e) {
            throw CommandException.failed(e.getMessage(), e);
        }
    }

    private void serve(Server server, ServerPlan plan, GivenSettings settings, StopSignal stop, Screen screen)
            throws InterruptedException {
        server.add(plan, settings);
        server.start();
        screen.show(server.engine(), server.settings(), stop);
        try {
            if (!noConnect) {
                server.connect(stop, screen.hasWindow() ? server::log : failure -> {
                    throw failure;
                });
            }
            if (!stop.isStopped()) {
                environment.out().println(PlainText.of("READY " + server.status()).stripTrailing());
                environment.out().flush();
            }
            awaitStop(server, stop);
        } finally {
            screen.hide();
        }
    }

    private void awaitStop(Server server, StopSignal stop) throws InterruptedException {
        LiveStatus live = status.show(server.engine(), environment);
        try {
            stop.await();
        } finally {
            live.close();
        }
    }
}

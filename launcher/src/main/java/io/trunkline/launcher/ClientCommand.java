package io.trunkline.launcher;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.PlainText;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.TimerEvent;
import io.trunkline.launcher.text.BooksSign;
import io.trunkline.launcher.text.EventJson;
import io.trunkline.launcher.text.EventKind;
import io.trunkline.launcher.text.EventText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Shows what a server's gateways report. */
@Command(name = "client", header = "Watch a server: print its events as they come.",
        description = {"Connects, and connects again whenever the server went away. Ends with a line that sums up. "
            + "With an --app it keeps a daily log in its home, as a server does.", ""})
final class ClientCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    @Mixin
    private StatusOptions status = new StatusOptions();

    @Mixin
    private ConnectOptions connect = new ConnectOptions();

    @Mixin
    private AppOption apps = new AppOption();

    @Option(names = "--subscribe", paramLabel = "SYM.EXCH,...|all", split = ",",
            description = "Instruments whose ticks to receive, or all that the server has.")
    private List<String> subscribe = new ArrayList<>();

    @Option(names = "--print", paramLabel = "KINDS",
            defaultValue = "ticks,orders,trades,quotes,positions,accounts,logs,states",
            description = "Which events to print: ticks, orders, trades, quotes, positions, accounts, contracts, logs, "
                    + "states, all or none; all but contracts if not given.")
    private String print;

    @Option(names = "--json", description = "Print one JSON object a line, the summary included.")
    private boolean json;

    @Option(names = "--for", paramLabel = "DURATION", converter = Durations.class,
            description = "Stop after this time, such as 30s or 5m.")
    private Duration duration;

    @Mixin
    private WaitOption wait = new WaitOption();

    @Mixin
    private WindowOption window = new WindowOption();

    ClientCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        common.startLog("warn");
        Set<EventKind> kinds = kinds();
        boolean isAll = subscribe.contains("all");
        List<InstrumentId> instruments = isAll ? List.of() : instruments();
        GivenSettings settings = connect.settings(environment).put(Names.RPC, Names.TICKS, isAll ? "all" : null);
        Path folder = connect.home(environment);
        try (StopSignal stop = StopSignal.install();
                Screen screen = window.open(folder, "client"); PluginJars jars = plugins.open(folder)) {
            EventCounts counts = new EventCounts();
            StreamSummary summary;
            try (EventPrinter printer = EventPrinter.start(environment.out(), json ? EventJson::line : EventText::line,
                    () -> stop.fail("cannot write to stdout"))) {
                try (Remote remote = Remote.create(environment, jars.in(options(folder)), folder, settings,
                        apps.types());
                        Subscriber subscriber = isAll ? Subscriber.toAll(remote.engine(), this::warn)
                                : Subscriber.to(instruments, remote.engine(), this::warn)) {
                    remote.engine().events().onAll(event -> onEvent(event, counts, kinds, printer));
                    remote.engine().events().on(Contract.class, subscriber::onContract);
                    remote.connect();
                    LiveStatus live = status.show(remote.engine(), environment);
                    screen.show(remote.engine(), remote.settings(), stop);
                    try {
                        new ClientWatch(remote, subscriber, this::warn, this::show,
                                screen.hasWindow() ? this::warn : stop::fail).follow(stop, duration);
                    } finally {
                        screen.hide();
                        live.close();
                    }
                    summary = StreamSummary.of(remote.engine(), remote.gateway());
                }
            }
            environment.out().println(json ? summary.json(counts) : summary.line(counts));
            return stop.exitCode();
        }
    }

    private EngineOptions options(Path folder) {
        EngineOptions options = EngineOptions.DEFAULTS.withWaitStrategy(wait.strategy()).withManagement("client");
        return apps.types().isEmpty() ? options : options.withHome(folder);
    }

    private static void onEvent(Event event, EventCounts counts, Set<EventKind> kinds, EventPrinter printer) {
        if (event instanceof TimerEvent) return;
        counts.count(event);
        if (kinds.contains(EventKind.of(event))) printer.print(event);
    }

    private Set<EventKind> kinds() {
        try {
            return EventKind.parse(print);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage("--print: " + e.getMessage());
        }
    }

    private List<InstrumentId> instruments() {
        try {
            return subscribe.stream().map(text -> new Instruments().convert(text.strip())).toList();
        } catch (TypeConversionException e) {
            throw CommandException.usage("--subscribe: " + e.getMessage());
        }
    }

    private void show(BooksSign sign) {
        environment.err().println(sign.text());
    }

    private void warn(String message) {
        environment.err().println(PlainText.of(message));
    }
}

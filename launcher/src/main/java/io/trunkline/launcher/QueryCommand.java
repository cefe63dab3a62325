package io.trunkline.launcher;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import io.trunkline.launcher.text.Shapes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a server knows. */
@Command(name = "query", header = "Print what a server knows.",
        description = {"Tables show times at the exchange and the main figures; CSV and JSON show UTC and everything.",
            "--timeout is how long to wait for a tick, too.", ""})
final class QueryCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private RequestOptions request = new RequestOptions();

    @Mixin
    private BarRange range = new BarRange();

    @Mixin
    private FormatOption form = new FormatOption();

    @Option(names = "--gateway", paramLabel = "PATH",
            description = "For bars: the server's gateway; needed only if several list the instrument.")
    private String gateway;

    @Parameters(index = "0", paramLabel = "KIND",
            description = "ticks, orders, trades, quotes, positions, accounts, contracts, gateways or bars.")
    private String kind;

    @Parameters(index = "1", arity = "0..1", paramLabel = "SYM.EXCH", converter = Instruments.class,
            description = "Only this instrument. Needed for bars; for ticks it is subscribed to.")
    private InstrumentId instrument;

    QueryCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        common.startLog("off");
        QueryKind what = QueryKind.parse(kind);
        check(what);
        boolean isAllTicks = what == QueryKind.TICKS && instrument == null;
        GivenSettings settings = request.settings(environment).put(Names.RPC, Names.TICKS, isAllTicks ? "all" : null);
        try (Remote remote = request.open(environment, settings)) {
            List<String> lines = what == QueryKind.BARS ? bars(remote.engine()) : books(what, remote.engine());
            lines.forEach(environment.out()::println);
        }
        return 0;
    }

    private void check(QueryKind what) {
        if (instrument != null && !what.hasInstrument()) {
            throw CommandException.usage(kind + " are not of an instrument; leave out " + instrument);
        }
        if (what != QueryKind.BARS && range.isGiven()) {
            throw CommandException.usage("--from, --to and --interval are for bars; " + kind + " have no range");
        }
        if (what == QueryKind.BARS) {
            if (instrument == null) {
                throw CommandException.usage("bars need an instrument; such as 'query bars ru1901.SHFE ...'");
            }
            range.request(Names.RPC, instrument); // checked before connecting
        }
    }

    private List<String> bars(MainEngine engine) {
        History history = engine.queryHistory(range.request(RemotePaths.path(gateway), instrument));
        history.whyRefused().ifPresent(refusal -> {
            throw CommandException.failed("no bars: " + refusal);
        });
        return form.format().lines(Shapes.BAR, history.bars());
    }

    private List<String> books(QueryKind what, MainEngine engine) throws InterruptedException {
        if (what == QueryKind.TICKS && instrument != null) awaitTick(engine);
        return what.lines(engine, instrument, form.format());
    }

    private void awaitTick(MainEngine engine) throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        engine.events().on(Tick.class, instrument, tick -> arrived.countDown());
        engine.subscribe(new SubscribeRequest(Names.RPC, instrument)).whyRefused().ifPresent(refusal -> {
            throw CommandException.failed("no ticks of " + instrument + ": " + refusal);
        });
        boolean isThere = engine.tick(instrument).isPresent()
                || arrived.await(request.timeout().toNanos(), TimeUnit.NANOSECONDS);
        if (!isThere) {
            throw CommandException.failed("no tick of " + instrument + " came within "
                    + Durations.text(request.timeout()) + "; allow more with --timeout");
        }
    }
}

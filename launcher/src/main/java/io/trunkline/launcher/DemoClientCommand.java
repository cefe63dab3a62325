package io.trunkline.launcher;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import io.trunkline.launcher.demo.Canon;
import io.trunkline.launcher.demo.CommandLoop;
import io.trunkline.launcher.demo.TickTally;
import io.trunkline.launcher.demo.Trader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One of the demonstration's clients: subscribes, and trades when told so on stdin. */
@Command(name = "demo-client", hidden = true)
final class DemoClientCommand implements Callable<Integer> {

    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final List<InstrumentId> INSTRUMENTS =
            List.of(InstrumentId.parse("AP010.CZCE"), InstrumentId.parse("AP101.CZCE"));

    private final Environment environment;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ConnectOptions connect = new ConnectOptions();

    DemoClientCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        common.startLog("error");
        TickTally tally = new TickTally(true);
        try (Remote remote = Remote.open(environment, connect.home(environment),
                connect.settings(environment), LONGEST_START)) {
            MainEngine engine = remote.engine();
            engine.events().on(Tick.class, tally::add);
            List<Contract> contracts = INSTRUMENTS.stream().map(instrument -> subscribe(engine, instrument)).toList();
            Trader trader = new Trader(engine, contracts);
            new CommandLoop()
                    .on("START", () -> {
                        trader.start();
                        return List.of();
                    })
                    .on("STOP", () -> {
                        trader.stop();
                        return List.of();
                    })
                    .on("STATUS", () -> status(tally, trader, StreamSummary.of(engine, remote.gateway())))
                    .on("DUMP", () -> Canon.lines(engine, true))
                    .run("READY", environment.in(), environment.out());
        }
        return 0;
    }

    private static Contract subscribe(MainEngine engine, InstrumentId instrument) {
        Contract contract = engine.contract(instrument)
                .orElseThrow(() -> CommandException.failed("the server does not list " + instrument));
        Outcome outcome = engine.subscribe(new SubscribeRequest(contract.gateway(), instrument));
        if (!outcome.isAccepted()) throw CommandException.failed("cannot subscribe to " + instrument + ": " + outcome);
        return contract;
    }

    private static List<String> status(TickTally tally, Trader trader, StreamSummary stream) {
        List<String> lines = new ArrayList<>(tally.status());
        lines.add("orders " + trader.sent());
        lines.add("fills " + trader.fills());
        lines.add("refused " + trader.refused());
        lines.add("conflated " + stream.conflated());
        lines.add("gaps " + stream.gaps());
        lines.add("duplicates " + stream.duplicates());
        lines.add("lost " + stream.lost());
        lines.add("differed " + stream.differed());
        lines.add("books " + stream.books().state());
        return lines;
    }
}

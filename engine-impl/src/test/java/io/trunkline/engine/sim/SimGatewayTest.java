package io.trunkline.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Interval;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import io.trunkline.engine.model.UnsubscribeRequest;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SimGatewayTest {

    private static final InstrumentId AP = InstrumentId.parse("AP010.CZCE");
    private static final InstrumentId RU = InstrumentId.parse("ru1901.SHFE");
    private static final InstrumentId UNKNOWN = InstrumentId.parse("cu2012.SHFE");

    private final RecordingSink sink = new RecordingSink();
    private final SimGateway gateway = new SimGateway(GatewayContext.of("SIM", sink, InstantSource.fixed(Desk.NOW)));

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        gateway.close();
    }

    private void connect(String... settings) {
        Map<String, String> texts = new HashMap<>(Map.of("speed", "max"));
        for (int i = 0; i < settings.length; i += 2) texts.put(settings[i], settings[i + 1]);
        gateway.connect(Settings.parse(SimSettings.DESCRIPTORS, texts));
    }

    private static OrderRequest buy(InstrumentId instrument) {
        return OrderRequest.limit("SIM", instrument, Direction.LONG, Offset.OPEN, 1, 7000);
    }

    @Test
    void publishesContractsAndAccountBeforeItIsLive() throws Exception {
        connect("start", "subscribe");
        sink.awaitState(GatewayState.LIVE);

        List<Event> events = sink.takeStates();
        assertThat(events).extracting(event -> event instanceof GatewayStatus status
                ? status.state().name() : event.getClass().getSimpleName())
                .containsExactly("CONNECTING", "SYNCING", "Contract", "Contract", "Contract", "Account", "LIVE");
        assertThat(events).filteredOn(Account.class::isInstance)
                .containsExactly(Account.of("SIM", "SIM", 1_000_000, 0));
        Map<String, Contract> contracts = events.stream().filter(Contract.class::isInstance).map(Contract.class::cast)
                .collect(Collectors.toMap(contract -> contract.instrument().toString(), contract -> contract));
        assertThat(contracts.get("AP010.CZCE")).extracting(Contract::name, Contract::size, Contract::priceTick,
                Contract::stopSupported, Contract::historyData).containsExactly("苹果010", 10.0, 1.0, true, false);
        assertThat(contracts.get("AP101.CZCE").name()).isEqualTo("苹果101");
        assertThat(contracts.get("ru1901.SHFE")).extracting(Contract::name, Contract::size, Contract::priceTick,
                Contract::historyData).containsExactly("橡胶1901", 10.0, 5.0, true);
    }

    @Test
    void badSettingsAreToldAtOnce() {
        assertThatThrownBy(() -> connect("speed", "fast")).isInstanceOf(SettingException.class);
        assertThat(sink.events()).isEmpty();
        assertThat(gateway.status().state()).isEqualTo(GatewayState.DOWN);
    }

    @Test
    void aFileThatCannotBeUsedEndsTheAttemptWithASentenceAndAnotherCanFollow() throws Exception {
        String missing = folder.resolve("none.csv").toString();
        connect("ticks", missing);
        String sentence = missing + " does not exist; check the file name in the settings";
        assertThat(sink.awaitState(GatewayState.DOWN).detail()).isEqualTo(sentence);
        assertThat(sink.of(LogEntry.class)).extracting(LogEntry::level, LogEntry::message)
                .contains(tuple(LogLevel.ERROR, sentence));
        assertThat(gateway.sendOrder(buy(AP))).isEqualTo(
                Outcome.refused("not-connected", "SIM is DOWN: " + sentence));
        sink.clear();

        connect();

        sink.awaitState(GatewayState.LIVE);
        assertThat(gateway.sendOrder(buy(AP)).isAccepted()).isTrue();
    }

    @Test
    void everyKindOfBadFileIsNamed() throws Exception {
        Path empty = Rows.writeText(folder.resolve("empty.csv"), "");
        Path noRows = Rows.write(folder.resolve("norows.csv"));
        Path layout = Rows.writeText(folder.resolve("layout.csv"), "a,b\n1,2\n");
        Path unlisted = Rows.write(folder.resolve("unlisted.csv"), Rows.row("cu2012", "20200810", "09:00:00", 1));
        Path list = Rows.writeText(folder.resolve("list.csv"), "symbol,exchange,size,pricetick\nx,NOWHERE,1,1\n");

        assertThat(failure("ticks", empty)).startsWith(empty + " is empty");
        assertThat(failure("ticks", noRows)).startsWith(noRows + " has a header but no rows");
        assertThat(failure("ticks", layout)).startsWith(layout + " has an unknown column layout");
        assertThat(failure("ticks", unlisted)).startsWith(unlisted + " line 2: no contract lists cu2012; add a line");
        assertThat(failure("contracts", list)).startsWith(list + " line 2: unknown exchange: NOWHERE");
        assertThat(failure("bars", Path.of("ru1901.SHFE=" + layout)))
                .startsWith(layout + " has an unknown column layout");
        assertThat(failure("bars", Path.of("cu2012.SHFE=" + layout)))
                .startsWith(layout + ": no contract lists cu2012.SHFE");
    }

    private String failure(String setting, Path file) throws InterruptedException {
        sink.clear();
        connect(setting, file.toString());
        return sink.awaitState(GatewayState.DOWN).detail();
    }

    @Test
    void usersContractsCarryTheirTicks() throws Exception {
        Path ticks = Rows.write(folder.resolve("t.csv"), Rows.row("cu2012", "20200810", "09:00:00", 1));
        Path list = Rows.writeText(folder.resolve("c.csv"),
                "symbol,exchange,size,pricetick,name\ncu2012,SHFE,5,10,铜2012\n");

        connect("ticks", ticks.toString(), "contracts", list.toString());

        Tick tick = sink.await(Tick.class, any -> true);
        assertThat(tick.instrument()).isEqualTo(UNKNOWN);
        assertThat(tick.name()).isEqualTo("铜2012");
        assertThat(sink.of(Contract.class)).extracting(contract -> contract.instrument().toString())
                .containsExactly("cu2012.SHFE", "ru1901.SHFE");
    }

    @Test
    void connectingTwiceIsConnectingOnce() throws Exception {
        connect("start", "subscribe");
        sink.awaitState(GatewayState.LIVE);

        connect();

        assertThat(sink.of(GatewayStatus.class)).hasSize(3);
    }

    @Test
    void beforeConnectingNothingCanBeAsked() {
        Outcome refused = Outcome.refused("not-connected", "SIM is DOWN; connect it first");

        assertThat(gateway.subscribe(new SubscribeRequest("SIM", AP))).isEqualTo(refused);
        assertThat(gateway.sendOrder(buy(AP))).isEqualTo(refused);
        assertThat(gateway.cancelOrder(CancelRequest.of(Id.parse("SIM.1")))).isEqualTo(refused);
        assertThat(gateway.sendQuote(QuoteRequest.of("SIM", AP, 1, 1, 2, 1, Offset.OPEN, Offset.OPEN)))
                .isEqualTo(refused);
        assertThat(gateway.cancelQuote(CancelQuoteRequest.of(Id.parse("SIM.1")))).isEqualTo(refused);
        assertThat(gateway.queryHistory(new HistoryRequest("SIM", RU, Instant.EPOCH, null, Interval.DAILY))
                .whyRefused()).isEqualTo(refused.whyRefused());
        assertThat(gateway.outcome("k")).isEqualTo(new Outcome.NeverReceived("k"));
    }

    @Test
    void unknownInstrumentsAreRefusedWithWhatThereIs() throws Exception {
        connect();
        sink.awaitState(GatewayState.LIVE);
        Outcome refused = Outcome.refused("unknown-contract",
                "SIM does not list cu2012.SHFE; it lists AP010.CZCE, AP101.CZCE, ru1901.SHFE");

        assertThat(gateway.subscribe(new SubscribeRequest("SIM", UNKNOWN))).isEqualTo(refused);
        assertThat(gateway.unsubscribe(new UnsubscribeRequest("SIM", UNKNOWN))).isEqualTo(refused);
        assertThat(gateway.sendOrder(buy(UNKNOWN).withClientKey("k"))).isEqualTo(refused);
        assertThat(gateway.outcome("k")).isEqualTo(refused);
        assertThat(gateway.queryHistory(new HistoryRequest("SIM", UNKNOWN, Instant.EPOCH, null, Interval.DAILY))
                .whyRefused())
                .isEqualTo(refused.whyRefused());
    }

    @Test
    void answersSubscriptionsHistoryAndOutcomes() throws Exception {
        connect();
        sink.awaitLog("the recording is over");

        assertThat(gateway.subscribe(new SubscribeRequest("SIM", AP)))
                .isEqualTo(Outcome.accepted(Id.parse("SIM.AP010.CZCE")));
        assertThat(gateway.unsubscribe(new UnsubscribeRequest("SIM", AP)).isAccepted()).isTrue();
        assertThat(gateway.queryHistory(new HistoryRequest("SIM", RU, Instant.EPOCH, null, Interval.DAILY)).bars())
                .hasSize(243);
        assertThat(gateway.queryHistory(new HistoryRequest("SIM", AP, Instant.EPOCH, null, Interval.DAILY))
                .whyRefused().orElseThrow().rule()).isEqualTo("no-history");
        Outcome sent = gateway.sendOrder(buy(AP).withClientKey("k"));
        assertThat(gateway.outcome("k")).isEqualTo(sent);
        assertThat(gateway.cancelOrder(CancelRequest.of(sent.acceptedId().orElseThrow())).isAccepted()).isTrue();
        Outcome quoted = gateway.sendQuote(QuoteRequest.of("SIM", AP, 7000, 1, 7200, 1, Offset.OPEN, Offset.OPEN));
        assertThat(gateway.cancelQuote(CancelQuoteRequest.of(quoted.acceptedId().orElseThrow())).isAccepted()).isTrue();
    }

    @Test
    void askingPublishesAccountAndPositions() throws Exception {
        connect("account", "A1", "balance", "5000000");
        sink.awaitLog("the recording is over");
        gateway.sendOrder(OrderRequest.market("SIM", AP, Direction.LONG, Offset.OPEN, 1));
        sink.clear();

        gateway.queryAccounts("SIM");
        gateway.queryPositions("SIM");

        assertThat(sink.of(Account.class)).singleElement().extracting(Account::id).isEqualTo(Id.parse("SIM.A1"));
        assertThat(sink.of(Position.class)).singleElement().extracting(Position::volume).isEqualTo(1.0);
    }

    @Test
    void closingEndsItsThreadsAndIsFinal() throws Exception {
        connect("speed", "0.001");
        sink.await(Tick.class, any -> true);
        List<Thread> threads = threads();
        assertThat(threads).isNotEmpty();

        gateway.close();
        gateway.close();

        for (Thread thread : threads) {
            thread.join(5_000);
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
        assertThat(sink.of(GatewayStatus.class)).last()
                .isEqualTo(new GatewayStatus("SIM", GatewayState.DOWN, "closed", Desk.NOW));
        assertThat(gateway.sendOrder(buy(AP)).whyRefused().orElseThrow().rule()).isEqualTo("not-connected");
        assertThatThrownBy(() -> connect()).isInstanceOf(IllegalStateException.class);
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("sim-SIM") || thread.getName().equals("sim-SIM-reader"))
                .toList();
    }

    @Test
    void itsThreadsAreDaemons() throws Exception {
        connect("speed", "0.001");
        sink.await(Tick.class, any -> true);

        assertThat(threads()).isNotEmpty().allMatch(Thread::isDaemon);
    }

    @Test
    void gatewaysStartedAtTheSameInstantNeverGiveTheSameId() throws Exception {
        List<Id> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            RecordingSink events = new RecordingSink();
            try (SimGateway other = new SimGateway(GatewayContext.of("SIM", events, InstantSource.fixed(Desk.NOW)))) {
                other.connect(Settings.parse(SimSettings.DESCRIPTORS, Map.of("speed", "max")));
                events.awaitLog("the recording is over");
                ids.add(other.sendOrder(OrderRequest.market("SIM", AP, Direction.LONG, Offset.OPEN, 1))
                        .acceptedId().orElseThrow());
                events.of(Trade.class).forEach(trade -> ids.add(trade.id()));
            }
        }

        assertThat(ids).hasSize(40).doesNotHaveDuplicates()
                .allMatch(id -> id.value().matches("SIM\\.20261122103000000-[0-9a-z]{6}-[0-9]+"));
    }

    @Test
    void theProviderDescribesAndMakesIt() {
        SimGatewayProvider provider = new SimGatewayProvider();

        assertThat(provider.type()).isEqualTo("SIM");
        assertThat(provider.settings()).extracting(setting -> setting.key())
                .containsExactly("ticks", "bars", "contracts",
                "speed", "gap", "loop", "start", "account", "balance", "deposit");
        assertThat(provider.exchanges()).contains(AP.exchange(), RU.exchange());
        try (var made = provider.create(GatewayContext.of("S2", sink, InstantSource.system()))) {
            assertThat(made.name()).isEqualTo("S2");
            assertThat(made.status().state()).isEqualTo(GatewayState.DOWN);
        }
    }
}

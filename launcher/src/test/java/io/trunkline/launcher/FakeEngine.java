package io.trunkline.launcher;

import io.trunkline.engine.App;
import io.trunkline.engine.AppProvider;
import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.event.EventEngine;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Request;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.Snapshot;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Monitor;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * As much of an engine as the commands use: it has the types SIM, RPC and RpcService, and notes what it is asked for.
 */
public final class FakeEngine {

    final FakeEvents events = new FakeEvents();
    final Map<String, Map<String, String>> connected = new ConcurrentHashMap<>();
    final Map<String, Map<String, String>> started = new ConcurrentHashMap<>();
    final List<Request> requests = new CopyOnWriteArrayList<>();
    final Map<Id, Order> orders = new ConcurrentHashMap<>();
    final List<Tick> ticks = new CopyOnWriteArrayList<>();
    final List<List<Object>> stream = new CopyOnWriteArrayList<>();
    final List<String> actions = new CopyOnWriteArrayList<>();
    final List<Contract> contracts = new CopyOnWriteArrayList<>();
    /** What a gateway does when it is connected; LIVE at once by default. */
    Consumer<String> onConnect = name -> state(name, GatewayState.LIVE, "");
    Function<Request, Outcome> reply = request -> Outcome.accepted(Id.parse("RPC.SIM.1"));
    Function<String, Outcome> outcome = Outcome.NeverReceived::new;
    Function<HistoryRequest, History> history = request -> History.bars(List.of());
    final List<Monitor> serverMonitors = new CopyOnWriteArrayList<>();
    RuntimeException actionFailure;
    RuntimeException startFailure;
    RuntimeException createFailure;
    EngineOptions options;
    volatile boolean closed;
    private final Map<String, String> gateways = new LinkedHashMap<>();
    private final List<String> apps = new ArrayList<>();
    private final MainEngine engine = Partial.of(MainEngine.class, this);

    MainEngine create(EngineOptions given) {
        options = given;
        if (createFailure != null) throw createFailure;
        return engine;
    }

    public EngineOptions options() {
        return options;
    }

    public Outcome outcome(String clientKey) {
        return outcome.apply(clientKey);
    }

    public MainEngine engine() {
        return engine;
    }

    void state(String gateway, GatewayState state, String detail) {
        publish(new GatewayStatus(gateway, state, detail, Instant.EPOCH));
    }

    void publish(Event event) {
        if (event instanceof Order order) orders.put(order.id(), order);
        if (event instanceof Tick tick) ticks.add(tick);
        events.publish(event);
    }

    private static final List<SettingDescriptor> SIM = List.of(
            SettingDescriptor.of("speed", SettingType.DECIMAL, "1", "Speed."));
    private static final List<SettingDescriptor> RPC = List.of(
            SettingDescriptor.of("address", SettingType.ADDRESS, "127.0.0.1:2014", "Server."),
            SettingDescriptor.of("name", SettingType.TEXT, "", "Name."),
            SettingDescriptor.of("identity", SettingType.FILES, "", "Identity."),
            SettingDescriptor.choice("ticks", List.of("subscribed", "all"), "Ticks."),
            SettingDescriptor.of("token", SettingType.SECRET, "", "Token."));
    private static final List<SettingDescriptor> SERVICE = List.of(
            SettingDescriptor.of("bind", SettingType.TEXT, "127.0.0.1", "Address."),
            SettingDescriptor.of("port", SettingType.INTEGER, "2014", "Port."),
            SettingDescriptor.of("insecure", SettingType.FLAG, "false", "Insecure."));

    private static final List<SettingDescriptor> SERVER_ACTION = Stream.of("plugin", "action", "parameters")
            .map(key -> SettingDescriptor.of(key, SettingType.TEXT, "", "")).toList();

    private static List<SettingDescriptor> settingsOfType(String type) {
        return switch (type) {
            case "SIM" -> SIM;
            case "RPC" -> RPC;
            default -> SERVICE;
        };
    }

    public EventEngine events() {
        return Partial.of(EventEngine.class, events);
    }

    public List<GatewayProvider> gatewayTypes() {
        return List.of(Partial.of(GatewayProvider.class, new Type("RPC")),
                Partial.of(GatewayProvider.class, new Type("SIM")));
    }

    public List<AppProvider> appTypes() {
        return List.of(Partial.of(AppProvider.class, new Type("RpcService")));
    }

    public record Type(String type) {
        public List<SettingDescriptor> settings() {
            return settingsOfType(type);
        }
    }

    public record Named(FakeEngine engine, String name) {
        public List<Monitor> monitors() {
            List<Monitor> monitors = new ArrayList<>(List.of(
                    new Monitor("stream", List.of("figure", "value"), () -> List.copyOf(engine.stream)),
                    new Monitor("replay", List.of("figure", "value"), () -> List.of(List.of("state", "finished")))));
            monitors.addAll(engine.serverMonitors);
            return monitors;
        }

        public List<Action> actions() {
            return List.of(action("pause"), action("resume"), new Action("server", "", SERVER_ACTION, settings -> {
                if (engine.actionFailure != null) throw engine.actionFailure;
                engine.actions.add(settings.asTexts().toString());
                return "done";
            }));
        }

        private Action action(String action) {
            return new Action(action, "", List.of(), settings -> {
                engine.actions.add(action);
                return "done";
            });
        }

        public String status() {
            Map<String, String> settings = engine.started.get(name);
            return settings == null ? "" : "127.0.0.1:" + settings.getOrDefault("port", "2014");
        }
    }

    public Gateway addGateway(String type, String name) {
        gateways.put(name, type);
        return gateway(name).orElseThrow();
    }

    public Optional<Gateway> gateway(String name) {
        return gateways.containsKey(name) ? Optional.of(Partial.of(Gateway.class, new Named(this, name)))
                : Optional.empty();
    }

    public void connect(String gateway, Map<String, String> settings) {
        settingsOf(gateway, settings);
        connected.put(gateway, settings);
        onConnect.accept(gateway);
    }

    public Settings settingsOf(String gateway, Map<String, String> texts) {
        return Settings.parse(settingsOfType(gateways.get(gateway)), texts);
    }

    public App addApp(String type) {
        apps.add(type);
        return Partial.of(App.class, new Named(this, type));
    }

    public List<App> apps() {
        return apps.stream().map(type -> Partial.of(App.class, new Named(this, type))).toList();
    }

    public void start(String app, Map<String, String> settings) {
        if (startFailure != null) throw startFailure;
        started.put(app, settings);
    }

    public Outcome subscribe(SubscribeRequest request) {
        return answer(request);
    }

    public Outcome sendOrder(OrderRequest request) {
        return answer(request);
    }

    public Outcome cancelOrder(CancelRequest request) {
        return answer(request);
    }

    private Outcome answer(Request request) {
        requests.add(request);
        return reply.apply(request);
    }

    public History queryHistory(HistoryRequest request) {
        requests.add(request);
        return history.apply(request);
    }

    public Optional<Order> order(Id id) {
        return Optional.ofNullable(orders.get(id));
    }

    public List<Order> orders() {
        return List.copyOf(orders.values());
    }

    public List<Trade> trades(Id orderId) {
        return List.of();
    }

    public List<Tick> ticks() {
        return List.copyOf(ticks);
    }

    public Optional<Tick> tick(InstrumentId instrument) {
        return ticks.stream().filter(tick -> tick.instrument().equals(instrument)).reduce((earlier, later) -> later);
    }

    public Optional<Contract> contract(InstrumentId instrument) {
        return contracts.stream().filter(contract -> contract.instrument().equals(instrument)).findFirst();
    }

    public Snapshot snapshot() {
        return new Snapshot(contracts, List.of(), List.of(), orders(), List.of(), List.of(), List.of(), ticks());
    }

    public List<GatewayStatus> gatewayStatuses() {
        return List.of(new GatewayStatus("RPC", GatewayState.LIVE, "", Instant.EPOCH));
    }

    public void close() {
        closed = true;
    }
}

package io.trunkline.engine.core;

import io.trunkline.engine.App;
import io.trunkline.engine.AppProvider;
import io.trunkline.engine.Conversion;
import io.trunkline.engine.ConversionMode;
import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.Interceptor;
import io.trunkline.engine.JournalOptions;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.Origin;
import io.trunkline.engine.PlainText;
import io.trunkline.engine.RequestPort;
import io.trunkline.engine.event.AppEventCodec;
import io.trunkline.engine.event.EventEngine;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.model.AppEvent;
import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.LogEntry;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.plugin.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;

/** The engine: puts the parts together, passes calls on to them and closes them in order. Thread-safe. */
final class CoreMainEngine extends RequestsFacade implements MainEngine {

    private static final int MAX_KEYS = 1_000_000;
    private static final Duration KEY_PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST_ORIGIN = 128;

    private final EngineOptions options;
    private final CoreBooks books;
    private final CoreEventEngine events;
    private final BusinessLog log;
    private final StateWatch states = new StateWatch();
    private final Codecs codecs = new Codecs();
    private final Catalog<GatewayProvider> gatewayTypes;
    private final Catalog<AppProvider> appTypes;
    private final Gateways gateways;
    private final Apps apps = new Apps();
    private final InterceptorChain interceptors = new InterceptorChain();
    private final Router router;
    private final Subscriptions subscriptions;
    private final KeyMemory keys = new KeyMemory(MAX_KEYS, KEY_PATIENCE);
    private final KeyStore journal;
    private final Settlement settlement;
    private final OrderDesk orders;
    private final MarketDesk market;
    private final RequestPort local;
    private final Optional<Management> management;
    private final AtomicBoolean closed = new AtomicBoolean();

    private CoreMainEngine(EngineOptions options, CoreBooks books) {
        super(books);
        this.options = options;
        this.books = books;
        this.journal = openJournal();
        UUID identity = journal.identity();
        PluginPath path = PluginPath.of(options.plugins());
        gatewayTypes = new Catalog<>("gateway", GatewayProvider::type, path::gateways);
        appTypes = new Catalog<>("app", AppProvider::type, path::apps);
        ZoneId zone = ZoneId.systemDefault();
        log = BusinessLog.start(options.home().map(home -> new LogFile(
                home.resolve("log"), options.clock(), zone, LoggerFactory.getLogger(LogFile.class))),
                zone, LoggerFactory.getILoggerFactory());
        Attribution attribution = new Attribution(books, keys);
        events = CoreEventEngine.start(
                attribution::apply, options.timerInterval(), options.clock(), EventQueue.MARK, options.waitStrategy());
        attribution.correctTo(events::publish);
        keys.onSender(attribution::learned);
        events.on(LogEntry.class, log::add);
        events.on(GatewayStatus.class, states::onStatus);
        gateways = new Gateways(name ->
                new GatewayContext(name, events, options.clock(), options.home(), codecs::find,
                        taker -> events.execute(() -> taker.accept(books.snapshot())), identity));
        router = new Router(gateways, books);
        subscriptions = new Subscriptions(options.unsubscribeDelay());
        Courier courier = new Courier(interceptors, events, options.clock());
        settlement = new Settlement(keys, gateways, books, events, options.clock());
        events.on(GatewayStatus.class, status -> {
            if (status.state() == GatewayState.LIVE) settlement.wake();
        });
        orders = new OrderDesk(router, courier, books, keys, settlement);
        market = new MarketDesk(router, courier, subscriptions);
        local = port(Origin.LOCAL);
        management = options.management().map(name -> new Management(name, events));
    }

    /** Makes an engine with its threads running. */
    static CoreMainEngine start(EngineOptions options) {
        return new CoreMainEngine(options, new CoreBooks());
    }

    private KeyStore openJournal() {
        JournalOptions chosen = options.journal().orElse(null);
        if (chosen == null) return KeyStore.NONE;
        Path folder = options.home().orElseThrow().resolve("journal").resolve(chosen.name());
        try {
            KeyStore store = OrderJournal.open(folder, chosen.sync(), options.clock(), keys::recall);
            keys.keepIn(store);
            return store;
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private RequestPort port(Origin origin) {
        return new OriginPort(origin, orders, market, subscriptions, closed::get);
    }

    @Override
    public EngineOptions options() {
        return options;
    }

    @Override
    public EventEngine events() {
        return events;
    }

    @Override
    RequestPort local() {
        return local;
    }

    @Override
    public RequestPort requestsOf(Origin origin) {
        if (origin.name().length() > LONGEST_ORIGIN || origin.name().chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "not a name of an asker: " + PlainText.brief(origin.name(), LONGEST_ORIGIN));
        }
        return port(origin);
    }

    @Override
    public List<GatewayProvider> gatewayTypes() {
        return gatewayTypes.all();
    }

    @Override
    public List<AppProvider> appTypes() {
        return appTypes.all();
    }

    @Override
    public Gateway addGateway(String type, String name) {
        return shown(gateways.add(gatewayTypes.get(type), name));
    }

    @Override
    public Gateway addGateway(GatewayProvider provider, String name) {
        Gateway gateway = gateways.add(provider, name);
        gatewayTypes.add(provider);
        return shown(gateway);
    }

    private Gateway shown(Gateway gateway) {
        management.ifPresent(jmx -> jmx.add(gateway));
        return gateway;
    }

    @Override
    public List<Gateway> gateways() {
        return gateways.all();
    }

    @Override
    public Optional<Gateway> gateway(String name) {
        return gateways.find(name);
    }

    @Override
    public void connect(String gateway, Map<String, String> settings) {
        Settings values = gateways.settings(gateway, settings);
        if (closed.get()) throw new IllegalStateException("the engine is closed");
        states.onConnect(gateway);
        gateways.find(gateway).orElseThrow().connect(values);
    }

    @Override
    public Settings settingsOf(String gateway, Map<String, String> texts) {
        return gateways.settings(gateway, texts);
    }

    @Override
    public boolean awaitState(String gateway, GatewayState state, Duration timeout) throws InterruptedException {
        if (events.isEventThread()) throw new IllegalStateException("the event thread cannot wait for itself");
        gateways.find(GatewayPath.first(gateway))
                .filter(local -> local.status().state() != GatewayState.DOWN) // it may have been told directly
                .ifPresent(local -> states.onConnect(local.name()));
        return states.await(gateway, state, timeout);
    }

    @Override
    public App addApp(String type) {
        return shown(apps.add(appTypes.get(type), this));
    }

    @Override
    public App addApp(AppProvider provider) {
        App app = apps.add(provider, this);
        appTypes.add(provider);
        return shown(app);
    }

    private App shown(App app) {
        management.ifPresent(jmx -> jmx.add(app));
        return app;
    }

    @Override
    public List<App> apps() {
        return apps.all();
    }

    @Override
    public Optional<App> app(String name) {
        return apps.find(name);
    }

    @Override
    public void start(String app, Map<String, String> settings) {
        if (closed.get()) throw new IllegalStateException("the engine is closed");
        apps.start(app, settings);
    }

    @Override
    public Registration addInterceptor(Interceptor interceptor) {
        return interceptors.add(interceptor);
    }

    @Override
    public List<String> interceptors() {
        return interceptors.names();
    }

    @Override
    public <E extends AppEvent> void addAppEventCodec(AppEventCodec<E> codec) {
        codecs.add(codec);
    }

    @Override
    public Optional<AppEventCodec<?>> appEventCodec(String kind) {
        return codecs.find(kind);
    }

    @Override
    public Conversion convert(OrderRequest request, ConversionMode mode) {
        Router.Route route = router.to(request.gateway(), request.instrument());
        if (route.refusal() != null) return new Conversion(List.of(), Optional.of(route.refusal()));
        return books.converters().of(route.path()).convert(request.at(route.path()), mode);
    }

    @Override
    public void log(LogLevel level, String source, String message) {
        events.publish(new LogEntry(source, level, message, options.clock().instant()));
    }

    @Override
    public boolean isClosed() {
        return closed.get();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) return;
        management.ifPresent(Management::close);
        new Closing(apps.close(), gateways.close(), () -> events.await(options.closeTimeout()), options.closeTimeout())
                .run();
        settlement.close();
        subscriptions.close();
        states.close();
        if (events.isEventThread()) Closing.aside(this::drain); // it cannot wait for its own end
        else drain();
    }

    private void drain() {
        events.close(options.closeTimeout());
        journal.close();
        log.close();
    }
}

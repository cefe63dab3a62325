package io.trunkline.engine;

import io.trunkline.engine.event.AppEventCodec;
import io.trunkline.engine.event.EventEngine;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.model.AppEvent;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.plugin.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * An engine: gateways that report, books that remember, apps that work on both. Any number may live in one JVM; they
 * share nothing.
 *
 * <p>Requests made directly on it are those of {@link Origin#LOCAL}.
 */
public interface MainEngine extends Requests, Books, AutoCloseable {

    /** Makes an engine with the usual options. */
    static MainEngine create() {
        return create(EngineOptions.DEFAULTS);
    }

    /**
     * Makes an engine with the usual options that looks for gateways and apps in a class loader, such as a
     * {@link java.net.URLClassLoader} over a folder of jars. The loader stays the caller's: close it after the engine.
     */
    static MainEngine create(ClassLoader plugins) {
        return create(EngineOptions.DEFAULTS.withPlugins(plugins));
    }

    /**
     * Makes an engine; its event thread runs when this returns.
     *
     * @throws IllegalStateException if no implementation is on the class or module path, or the journal asked for cannot
     *     be used
     */
    static MainEngine create(EngineOptions options) {
        ClassLoader loader = options.plugins().orElseGet(() -> Thread.currentThread().getContextClassLoader());
        try {
            return ServiceLoader.load(EngineProvider.class, loader).findFirst()
                    .or(() -> ServiceLoader.load(EngineProvider.class, MainEngine.class.getClassLoader()).findFirst())
                    .orElseThrow(() -> new IllegalStateException(
                            "no engine found: add engine-impl to the class or module path"))
                    .create(options);
        } catch (ServiceConfigurationError e) {
            throw new IllegalStateException("the engine cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** The options that it was made with. */
    EngineOptions options();

    /** Its event engine. */
    EventEngine events();

    /** The requests of another asker than {@link Origin#LOCAL}. */
    RequestPort requestsOf(Origin origin);

    /** The types of gateways that were found or added, in order of their names. */
    List<GatewayProvider> gatewayTypes();

    /** The types of apps that were found or added, in order of their names. */
    List<AppProvider> appTypes();

    /**
     * Adds a gateway of a type that was found, under the type's own name.
     *
     * @throws IllegalArgumentException if the type is unknown (the message lists the known) or the name taken
     */
    default Gateway addGateway(String type) {
        return addGateway(type, type);
    }

    /**
     * Adds a gateway of a type that was found.
     *
     * @throws IllegalArgumentException if the type is unknown (the message lists the known), or the name taken or
     *     malformed
     */
    Gateway addGateway(String type, String name);

    /**
     * Adds a gateway of a type that need not have been found.
     *
     * @throws IllegalArgumentException if the name is taken or malformed
     */
    Gateway addGateway(GatewayProvider provider, String name);

    /** The gateways, in order of their addition. */
    List<Gateway> gateways();

    /** A gateway by its name. */
    Optional<Gateway> gateway(String name);

    /**
     * Connects a gateway with texts for some of its settings and the defaults for the rest. Returns at once.
     *
     * @throws IllegalArgumentException if there is no such gateway
     * @throws io.trunkline.engine.plugin.SettingException if a setting is unknown or unusable
     */
    void connect(String gateway, Map<String, String> settings);

    /** The settings of a gateway's type with some texts filled in, checked. Throws as {@link #connect} does. */
    Settings settingsOf(String gateway, Map<String, String> texts);

    /**
     * Waits until the event thread has seen a gateway path in a state, or it is DOWN after having been something else,
     * or the time is over. Not for the event thread.
     *
     * @return whether it is in that state
     * @throws InterruptedException if the thread is interrupted
     */
    boolean awaitState(String gateway, GatewayState state, Duration timeout) throws InterruptedException;

    /**
     * Adds an app of a type that was found; it is not started.
     *
     * @throws IllegalArgumentException if the type is unknown (the message lists the known) or was added before
     */
    App addApp(String type);

    /**
     * Adds an app of a type that need not have been found.
     *
     * @throws IllegalArgumentException if an app of that type was added before
     */
    App addApp(AppProvider provider);

    /** The apps, in order of their addition. */
    List<App> apps();

    /** An app by its name. */
    Optional<App> app(String name);

    /**
     * Starts an app with texts for some of its settings and the defaults for the rest.
     *
     * @throws IllegalArgumentException if there is no such app, or a setting is unknown or unusable
     * @throws IllegalStateException if it cannot start; the message says why
     */
    void start(String app, Map<String, String> settings);

    /** Adds an interceptor at the end of the chain; closing the registration takes it out. */
    Registration addInterceptor(Interceptor interceptor);

    /** The names of the interceptors, in their order. */
    List<String> interceptors();

    /**
     * Lets a kind of app event reach remote clients, or come from a server.
     *
     * @throws IllegalArgumentException if the kind has a codec already
     */
    <E extends AppEvent> void addAppEventCodec(AppEventCodec<E> codec);

    /** The codec of a kind of app event. */
    Optional<AppEventCodec<?>> appEventCodec(String kind);

    /** Works out the offset of an order from the position held at its gateway. Sends nothing. */
    Conversion convert(OrderRequest request, ConversionMode mode);

    /** Cancels an order by its id. */
    default Outcome cancelOrder(Id id) {
        return cancelOrder(CancelRequest.of(id));
    }

    /** Publishes a log entry. */
    void log(LogLevel level, String source, String message);

    /** Whether {@link #close} was called. */
    boolean isClosed();

    /**
     * Takes no more requests, closes the gateways, hands out the events that are queued by then, as long as
     * {@link EngineOptions#closeTimeout} allows, stops and closes the apps, and ends the threads. Idempotent; safe from
     * any thread. From the event thread itself it does not wait for the queue.
     */
    @Override
    void close();
}

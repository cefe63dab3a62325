/**
 * The vocabulary and contracts of a modular trading engine. It needs nothing but {@code java.base}.
 *
 * <ul>
 * <li>A program that trades or watches starts at {@link io.trunkline.engine.MainEngine#create()}: add the gateway
 *     {@code RPC} to be a client of a server, or another gateway and the app {@code RpcService} to be a server.
 * <li>What happens arrives as {@link io.trunkline.engine.model.Event events} at handlers that are registered with
 *     {@link io.trunkline.engine.event.EventEngine}; what is known now is in {@link io.trunkline.engine.Books}.
 * <li>Requests answer with an {@link io.trunkline.engine.model.Outcome}: accepted, refused and why, or in doubt.
 * <li>A connection to a further exchange is a {@link io.trunkline.engine.gateway.GatewayProvider}; what works on an
 *     engine is an {@link io.trunkline.engine.AppProvider}; what checks requests before they leave is an
 *     {@link io.trunkline.engine.Interceptor}. Providers are found by {@link java.util.ServiceLoader}.
 * </ul>
 */
module io.trunkline.engine.api {
    exports io.trunkline.engine;
    exports io.trunkline.engine.event;
    exports io.trunkline.engine.gateway;
    exports io.trunkline.engine.model;
    exports io.trunkline.engine.plugin;

    uses io.trunkline.engine.EngineProvider;
}

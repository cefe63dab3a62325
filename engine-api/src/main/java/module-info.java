/** The vocabulary and contracts of a modular trading engine. It needs nothing but {@code java.base}. */
module io.trunkline.engine.api {
    exports io.trunkline.engine;
    exports io.trunkline.engine.event;
    exports io.trunkline.engine.gateway;
    exports io.trunkline.engine.model;
    exports io.trunkline.engine.plugin;

    uses io.trunkline.engine.EngineProvider;
}

/** The engine and the simulated exchange. Nothing is exported: reach it through {@code MainEngine.create()}. */
module io.trunkline.engine.impl {
    requires io.trunkline.engine.api;
    requires com.google.common;
    requires java.management;
    requires jdk.jfr;
    requires org.slf4j;

    uses io.trunkline.engine.gateway.GatewayProvider;
    uses io.trunkline.engine.AppProvider;

    provides io.trunkline.engine.AppProvider with io.trunkline.engine.desk.DeskProvider,
            io.trunkline.engine.paper.PaperProvider;
    provides io.trunkline.engine.EngineProvider with io.trunkline.engine.core.CoreEngineProvider;
    provides io.trunkline.engine.gateway.GatewayProvider with io.trunkline.engine.sim.SimGatewayProvider;
}

/** The gateway whose exchange is another engine's service. Nothing is exported: it is found as the gateway type RPC. */
module io.trunkline.rmi.gateway {
    requires io.trunkline.engine.api;
    requires io.trunkline.rmi.service;
    requires java.rmi;
    requires jdk.jfr;
    requires org.slf4j;

    provides io.trunkline.engine.gateway.GatewayProvider with io.trunkline.rmi.gateway.RmiGatewayProvider;
}

/** The wire between engines, and the app that serves an engine to remote clients. */
module io.trunkline.rmi.service {
    requires transitive io.trunkline.engine.api;
    requires transitive java.rmi;
    requires com.google.common;
    requires java.naming;
    requires jdk.jfr;
    requires jdk.net;
    requires org.slf4j;

    exports io.trunkline.rmi.wire;

    provides io.trunkline.engine.AppProvider with io.trunkline.rmi.service.RpcServiceProvider;
}

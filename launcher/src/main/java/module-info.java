/** The command line: starts servers and clients. It knows gateways and apps only by what they say of themselves. */
module io.trunkline.launcher {
    requires io.trunkline.engine.api;
    requires info.picocli;
    requires org.slf4j;

    opens io.trunkline.launcher to info.picocli;
}

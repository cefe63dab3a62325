/** The command line: starts servers and clients. It knows gateways and apps only by what they say of themselves. */
module io.trunkline.launcher {
    requires io.trunkline.engine.api;
    requires com.formdev.flatlaf;
    requires info.picocli;
    requires java.desktop;
    requires org.slf4j;

    opens io.trunkline.launcher to info.picocli;
}

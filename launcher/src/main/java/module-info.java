/** The command line: starts servers and clients. It knows gateways and apps only by what they say of themselves. */
module io.trunkline.launcher {
    requires transitive io.trunkline.engine.api;
    requires com.formdev.flatlaf;
    requires info.picocli;
    requires java.desktop;
    requires jdk.jshell;
    requires org.slf4j;

    exports io.trunkline.launcher.shell;

    opens io.trunkline.launcher to info.picocli;

    uses io.trunkline.engine.AppProvider;

    provides jdk.jshell.spi.ExecutionControlProvider with io.trunkline.launcher.jshell.InProcess;
}

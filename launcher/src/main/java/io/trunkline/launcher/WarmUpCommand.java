package io.trunkline.launcher;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.MainEngine;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Loads the classes that servers and clients need, by being both for a moment. The build archives them, so that later
 * starts find them ready.
 */
@Command(name = "warm-up", hidden = true, header = "Load what servers and clients need, and end.")
final class WarmUpCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    private CommonOptions common = new CommonOptions();

    WarmUpCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        common.startLog("error");
        try (MainEngine server = environment.engines().apply(EngineOptions.DEFAULTS);
                PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream())) {
            server.addGateway(Names.SIM);
            server.addApp(Names.RPC_SERVICE);
            server.start(Names.RPC_SERVICE, Map.of(Names.PORT, "0"));
            server.connect(Names.SIM, Map.of(Names.SPEED, "60"));
            String address = DemoServerCommand.address(server.app(Names.RPC_SERVICE).orElseThrow().status());
            Environment quiet = new Environment(nowhere, nowhere, InputStream.nullInputStream(),
                    Map.of(SettingsPlace.VARIABLE, SettingsPlace.NONE), environment.engines());
            Main.run(quiet, "query", "accounts", "--connect", address);
            return Main.run(quiet, "client", "--connect", address, "--subscribe", "all", "--for", "1s");
        }
    }
}

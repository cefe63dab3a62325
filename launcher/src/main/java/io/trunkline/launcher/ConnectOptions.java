package io.trunkline.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of commands that connect to a server. */
class ConnectOptions {

    @Option(names = "--connect", paramLabel = "HOST:PORT",
            description = "Where the server is, or unix:PATH; short for --set RPC.address=HOST:PORT.")
    private String address;

    @Option(names = "--name", paramLabel = "NAME",
            description = "What to be called at the server; short for --set RPC.name=NAME.")
    private String name;

    @Option(names = "--set", paramLabel = "RPC.key=value",
            description = "A setting of the connection; repeatable. From the environment: TRUNKLINE_SET_RPC_KEY.")
    private List<String> sets = new ArrayList<>();

    @Mixin
    private HomeOption home = new HomeOption();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The settings that they amount to. */
    GivenSettings settings(Environment environment) {
        return GivenSettings.parse(environment, command, sets);
    }

    /** The home, where an identity is looked for. */
    Path home(Environment environment) {
        return home.folder(environment);
    }
}

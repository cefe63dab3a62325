package io.trunkline.launcher;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/**
 * An option that is short for a setting.
 *
 * @param option its name with dashes
 * @param name whose setting it is
 * @param key the setting's key
 */
record ShortOption(String option, String name, String key) {

    private static final List<ShortOption> ALL = List.of(
            new ShortOption("--bind", Names.RPC_SERVICE, Names.BIND),
            new ShortOption("--port", Names.RPC_SERVICE, Names.PORT),
            new ShortOption("--insecure", Names.RPC_SERVICE, Names.INSECURE),
            new ShortOption("--connect", Names.RPC, Names.ADDRESS),
            new ShortOption("--name", Names.RPC, Names.NAME));

    /** Those that a command has: one that serves, those of the service; one that connects, those of the connection. */
    static List<ShortOption> of(CommandSpec command) {
        return ALL.stream().filter(each -> command.findOption(each.option) != null
                && command.findOption(each.name.equals(Names.RPC) ? "--connect" : "--bind") != null).toList();
    }
}

package io.trunkline.launcher;

import java.util.List;

/**
 * An option that is short for a setting.
 *
 * @param option its name with dashes
 * @param name whose setting it is
 * @param key the setting's key
 */
record ShortOption(String option, String name, String key) {

    /** All of them; a command need not have each. */
    static final List<ShortOption> ALL = List.of(
            new ShortOption("--bind", Names.RPC_SERVICE, Names.BIND),
            new ShortOption("--port", Names.RPC_SERVICE, Names.PORT),
            new ShortOption("--insecure", Names.RPC_SERVICE, Names.INSECURE),
            new ShortOption("--connect", Names.RPC, Names.ADDRESS),
            new ShortOption("--name", Names.RPC, Names.NAME));
}

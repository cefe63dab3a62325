package io.trunkline.launcher;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option of commands that run apps. */
final class AppOption {

    @Option(names = "--app", paramLabel = "TYPE", split = ",",
            description = "An app to start, with settings of --set TYPE.key=value; repeatable. If none is given, a "
                    + "server starts " + Names.RPC_SERVICE + ", a client none.")
    private List<String> types = new ArrayList<>();

    /** The types as they were typed. */
    List<String> types() {
        return types;
    }
}

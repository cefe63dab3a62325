package io.trunkline.launcher;

import io.trunkline.engine.WaitStrategy;
import picocli.CommandLine.Option;

/** The option of commands whose engine can wait in several ways. */
final class WaitOption {

    @Option(names = "--wait", paramLabel = "park|yield|spin", defaultValue = "park",
            description = "What idle threads do: sleep, look again for 2 ms and then sleep, or burn a core each; "
                    + "park if not given.")
    private WaitStrategy strategy;

    WaitStrategy strategy() {
        return strategy;
    }
}

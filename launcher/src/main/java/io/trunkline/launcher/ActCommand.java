package io.trunkline.launcher;

import io.trunkline.engine.PlainText;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.KeyValues;
import io.trunkline.engine.plugin.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Has a server carry out an action of one of its gateways or apps. */
@Command(name = "act", header = "Have the server carry out an action of one of its gateways or apps.",
        description = {"Prints what the action says. For supervisors, where the server knows its clients.",
            "Example: act RpcService disconnect session=3", ""})
final class ActCommand implements Callable<Integer> {

    private static final String ACTION = "server";

    private final Environment environment;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private RequestOptions request = new RequestOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "The server's gateway or app, such as RpcService.")
    private String plugin;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ACTION", defaultValue = "",
            description = "Its name; none lists those there are and what they must be told.")
    private String action;

    @Parameters(index = "2..*", arity = "0..*", paramLabel = "key=value", description = "The action's parameters.")
    private List<String> parameters = new ArrayList<>();

    ActCommand(Environment environment) {
        this.environment = environment;
    }

    private String joined() {
        try {
            return KeyValues.join(KeyValues.parse(parameters));
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(e.getMessage());
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        common.startLog("off");
        String joined = joined();
        try (Remote remote = request.open(environment)) {
            Action atServer = remote.gateway().actions().stream().filter(each -> each.name().equals(ACTION))
                    .findFirst().orElseThrow(() -> CommandException.failed("this gateway has no actions of a server"));
            String said = atServer.run().apply(Settings.parse(atServer.parameters(),
                    Map.of("plugin", plugin, "action", action, "parameters", joined)));
            environment.out().println(PlainText.of(said));
            return 0;
        } catch (IllegalStateException e) {
            throw CommandException.failed(e.getMessage());
        }
    }
}

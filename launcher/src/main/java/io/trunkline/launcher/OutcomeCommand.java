package io.trunkline.launcher;

import io.trunkline.engine.PlainText;
import io.trunkline.engine.model.Outcome;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells what became of an order or quote. */
@Command(name = "outcome", header = "Tell what became of an order or quote by its client key.",
        description = {"Prints 'accepted ID', 'refused REASON', 'never received' (so far: one that is still on its way "
            + "may come) or 'in doubt REASON'; the last fails with exit code 1.", ""})
final class OutcomeCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private RequestOptions request = new RequestOptions();

    @Parameters(paramLabel = "KEY", description = "The client key, as it was given or printed.")
    private String key;

    OutcomeCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        common.startLog("off");
        try (Remote remote = request.open(environment)) {
            Outcome outcome = remote.engine().outcome(key);
            environment.out().println(PlainText.of(text(outcome)).stripTrailing());
            return outcome instanceof Outcome.InDoubt ? 1 : 0;
        }
    }

    private static String text(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) return "accepted " + accepted.id();
        if (outcome instanceof Outcome.Refused refused) return "refused " + refused.refusal();
        if (outcome instanceof Outcome.InDoubt doubt) return "in doubt: " + doubt.reason();
        return "never received";
    }
}

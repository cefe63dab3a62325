package io.trunkline.launcher;

import io.trunkline.engine.PlainText;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Cancels orders. */
@Command(name = "cancel", header = "Cancel orders.",
        description = {"Prints the id of each cancel that the server took. Tries all, then fails if one was refused.",
            ""})
final class CancelCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private RequestOptions request = new RequestOptions();

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids of orders, such as RPC.SIM.7.")
    private List<String> ids = new ArrayList<>();

    CancelCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        common.startLog("off");
        List<Id> orders = ids.stream().map(RemotePaths::id).toList();
        List<String> problems = new ArrayList<>();
        try (Remote remote = request.open(environment)) {
            for (Id id : orders) {
                Outcome outcome = remote.engine().cancelOrder(id);
                if (outcome.isAccepted()) {
                    environment.out().println(PlainText.of(id.value()));
                } else {
                    problems.add(id + ": " + why(outcome));
                }
            }
        }
        if (!problems.isEmpty()) throw CommandException.failed("not cancelled: " + String.join("; ", problems));
        return 0;
    }

    private static String why(Outcome outcome) {
        if (outcome instanceof Outcome.InDoubt doubt) {
            return "it is not known whether the cancel arrived: " + doubt.reason();
        }
        return outcome.whyRefused().map(Object::toString).orElse("no reason was given");
    }
}

package io.trunkline.launcher;

import io.trunkline.engine.PlainText;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Status;
import io.trunkline.launcher.shell.Side;
import io.trunkline.launcher.text.EventText;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends one order. */
@Command(name = "order", header = "Send an order.",
        description = {"Prints the order's id, or with --wait its last state. A refused order fails, saying why.", ""})
final class OrderCommand implements Callable<Integer> {

    /** The types that can be sent from here. */
    enum Type { LIMIT, MARKET, STOP, FAK, FOK }

    private final Environment environment;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private RequestOptions request = new RequestOptions();

    @Parameters(index = "0", paramLabel = "buy|sell|short|cover",
            description = "buy and short open, sell and cover close.")
    private Side side;

    @Parameters(index = "1", paramLabel = "SYM.EXCH", converter = Instruments.class,
            description = "What to trade, such as AP010.CZCE.")
    private InstrumentId instrument;

    @Parameters(index = "2", paramLabel = "VOLUME", description = "Lots.")
    private double volume;

    @Parameters(index = "3", paramLabel = "@PRICE", arity = "0..1",
            description = "The limit, or the trigger of a STOP; the @ may be left out. None for a MARKET order.")
    private String price;

    @Option(names = "--type", paramLabel = "TYPE",
            description = "LIMIT, MARKET, STOP, FAK or FOK; LIMIT if there is a price, else MARKET.")
    private Type type;

    @Option(names = "--offset", paramLabel = "OFFSET",
            description = "NONE, OPEN, CLOSE, CLOSETODAY or CLOSEYESTERDAY instead of the usual.")
    private Offset offset;

    @Option(names = "--gateway", paramLabel = "PATH",
            description = "The server's gateway; needed only if several list the instrument.")
    private String gateway;

    @Option(names = "--reference", paramLabel = "R", defaultValue = "", description = "A label for the order.")
    private String reference;

    @Option(names = "--key", paramLabel = "K", defaultValue = "",
            description = "A key to ask for the outcome with; the same key never sends a second order.")
    private String key;

    @Option(names = "--valid", paramLabel = "DURATION", converter = Durations.class, defaultValue = "0s",
            description = "How long the order may be on its way: a later one is refused, never sent; no limit if not "
                    + "given.")
    private Duration validity;

    @Option(names = "--settle", paramLabel = "DURATION", converter = Durations.class, defaultValue = "15s",
            description = "If the connection breaks before the answer: how long to wait until it is known what became "
                    + "of the order; 15s if not given.")
    private Duration settle;

    @Option(names = "--wait", description = "Wait until the order is traded, cancelled or rejected.")
    private boolean wait;

    OrderCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        common.startLog("off");
        OrderRequest order = order();
        try (Remote remote = request.open(environment);
                OrderWait states = OrderWait.of(remote.engine())) {
            Id id = accepted(new OutcomeWait(remote.engine(), environment, settle)
                    .settled(remote.engine().sendOrder(order)));
            if (!wait) {
                environment.out().println(PlainText.of(id.value()));
                return 0;
            }
            Order last = states.awaitEnd(id);
            environment.out().println(EventText.line(last));
            if (last.status() == Status.REJECTED) {
                throw CommandException.failed(id + " was rejected: " + last.message());
            }
            return 0;
        }
    }

    private Id accepted(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted taken) return taken.id();
        if (outcome instanceof Outcome.InDoubt doubt) {
            throw CommandException.failed("it is not known whether the order was sent: " + doubt.reason()
                    + "; ask with 'trunkline outcome " + doubt.clientKey() + "' before sending again");
        }
        if (outcome instanceof Outcome.NeverReceived) {
            throw CommandException.failed("the order never reached the server; nothing was sent");
        }
        throw CommandException.failed(
                "refused: " + outcome.whyRefused().map(Object::toString).orElse("no reason was given"));
    }

    private OrderRequest order() {
        OrderType orderType = type == null
                ? price == null ? OrderType.MARKET : OrderType.LIMIT : OrderType.valueOf(type.name());
        if (orderType == OrderType.MARKET && price != null) {
            throw CommandException.usage(
                    "a MARKET order has no price; leave out " + price + " or choose another --type");
        }
        if (orderType != OrderType.MARKET && price == null) {
            throw CommandException.usage("a " + orderType + " order needs a price; add one, such as @7655");
        }
        try {
            return OrderRequest.of(RemotePaths.path(gateway), instrument, side.direction(), orderType,
                    offset == null ? side.offset() : offset, volume, price())
                    .withReference(reference).withClientKey(key).withValidity(validity);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(e.getMessage());
        }
    }

    private double price() {
        if (price == null) return 0;
        try {
            return Double.parseDouble(price.startsWith("@") ? price.substring(1) : price);
        } catch (NumberFormatException e) {
            throw CommandException.usage("'" + price + "' is not a price; write a number, such as @7655");
        }
    }
}

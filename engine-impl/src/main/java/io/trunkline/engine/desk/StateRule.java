package io.trunkline.engine.desk;

import io.trunkline.engine.Books;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Refusal;
import java.util.Optional;

/**
 * Refuses orders where trading is halted, and where it is reduce-only those that do not close a position. Where
 * positions are one net figure, an order closes if it trades against that figure and, with all that do so already, for
 * no more than it.
 */
final class StateRule implements Rule {

    private static final String HALTED = "halted";
    private static final String REDUCE_ONLY = "reduce-only";

    private final States states;
    private final Books books;
    private final Working working;

    StateRule(States states, Books books, Working working) {
        this.states = states;
        this.books = books;
        this.working = working;
    }

    @Override
    public Optional<Refusal> check(Asked asked) {
        Switch strictest = states.strictest(asked.client(), asked.gateway(), asked.instrument()).orElse(null);
        if (strictest == null) return Optional.empty();
        return switch (strictest.state()) {
            case ACTIVE -> Optional.empty();
            case REDUCE_ONLY -> asked.legs().stream().flatMap(leg -> notReducing(leg, strictest).stream()).findFirst();
            case HALTED -> refused(HALTED, strictest, "no orders and quotes are taken, only cancels");
        };
    }

    private Optional<Refusal> notReducing(Leg leg, Switch reason) {
        boolean isNet = leg.offset() == Offset.NONE
                || books.contract(leg.gateway(), leg.instrument()).map(Contract::netPosition).orElse(false);
        if (!isNet) {
            return leg.offset().closes() ? Optional.empty() : refused(REDUCE_ONLY, reason,
                    "only orders that close are taken, and the offset of this one is " + leg.offset());
        }
        double held = books.position(Position.idOf(leg.gateway(), leg.instrument(), Direction.NET))
                .map(Position::volume).orElse(0.0);
        double against = leg.direction() == Direction.LONG ? -held : held;
        double waiting = working.volumeBeside(leg);
        if (leg.volume() + waiting <= against + 1e-9) return Optional.empty();
        return refused(REDUCE_ONLY, reason, "only orders that reduce the position are taken, which is "
                + Texts.number(held) + (waiting > 0 ? " with " + Texts.number(waiting) + " in orders already" : "")
                + ", and this one is " + leg.direction() + " " + Texts.number(leg.volume()));
    }

    private static Optional<Refusal> refused(String rule, Switch reason, String what) {
        return Optional.of(new Refusal(rule, reason.scope().of(reason.name()) + " is " + reason.state() + " since "
                + reason.since() + " by " + reason.by() + ": " + what));
    }
}

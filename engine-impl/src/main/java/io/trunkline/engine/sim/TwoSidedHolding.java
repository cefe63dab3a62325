package io.trunkline.engine.sim;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Refusal;
import java.util.List;
import java.util.Optional;

/** Long and short lots side by side: orders say whether they open or close. Guarded by the exchange's lock. */
final class TwoSidedHolding implements Holding {

    private final Contract contract;
    private final HeldSide longs;
    private final HeldSide shorts;
    private double last;

    TwoSidedHolding(Contract contract) {
        this.contract = contract;
        this.longs = new HeldSide(contract, Direction.LONG);
        this.shorts = new HeldSide(contract, Direction.SHORT);
    }

    private HeldSide closedBy(Leg leg) {
        return leg.isBuy() ? shorts : longs;
    }

    @Override
    public Optional<Refusal> check(Leg leg) {
        Offset offset = leg.offset();
        if (!offset.closes()) return Optional.empty();
        double available = closedBy(leg).available(offset);
        if (!Lots.exceeds(leg.remaining(), available)) return Optional.empty();
        double held = closedBy(leg).held(offset);
        return Optional.of(new Refusal("position", offset + " of " + Lots.text(leg.remaining()) + " lots "
                + leg.direction().opposite() + " of " + contract.instrument() + ", but only " + Lots.text(available)
                + " are free: " + Lots.text(held) + " held, " + Lots.text(Lots.minus(held, available))
                + " bound by other orders"));
    }

    @Override
    public void bind(Leg leg) {
        if (leg.offset().closes()) closedBy(leg).bind(leg);
    }

    @Override
    public void release(Leg leg) {
        if (leg.offset().closes()) closedBy(leg).release(leg);
    }

    @Override
    public double fill(Leg leg, double volume, double price) {
        if (leg.offset().closes()) return closedBy(leg).close(leg, volume, price);
        (leg.isBuy() ? longs : shorts).open(volume, price);
        return 0;
    }

    @Override
    public void mark(double lastPrice) {
        last = lastPrice;
    }

    @Override
    public double unrealised() {
        return longs.unrealised(last) + shorts.unrealised(last);
    }

    @Override
    public void rollDay() {
        longs.rollDay();
        shorts.rollDay();
    }

    @Override
    public List<Position> positions() {
        if (!longs.wasEverHeld()) return shorts.wasEverHeld() ? List.of(shorts.position(last)) : List.of();
        if (!shorts.wasEverHeld()) return List.of(longs.position(last));
        return List.of(longs.position(last), shorts.position(last));
    }
}

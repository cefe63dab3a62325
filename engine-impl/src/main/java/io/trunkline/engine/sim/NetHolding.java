package io.trunkline.engine.sim;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Refusal;
import java.util.List;
import java.util.Optional;

/** One figure per instrument, negative when short: buying adds, selling subtracts. Guarded by the exchange's lock. */
final class NetHolding implements Holding {

    private final Contract contract;
    private double volume;
    private double before;
    private double price;
    private double last;
    private boolean everHeld;

    NetHolding(Contract contract) {
        this.contract = contract;
    }

    @Override
    public Optional<Refusal> check(Leg leg) {
        return Optional.empty();
    }

    @Override
    public void bind(Leg leg) {
        // nothing is bound: any order may change the sign of the position
    }

    @Override
    public void release(Leg leg) {
        // nothing is bound
    }

    @Override
    public double fill(Leg leg, double filled, double at) {
        double change = leg.isBuy() ? filled : -filled;
        double old = volume;
        volume = Lots.minus(volume, -change);
        everHeld = true;
        if (old * change >= 0) {
            price = old == 0 ? at : (price * old + at * change) / volume;
            return 0;
        }
        double closed = Math.min(filled, Math.abs(old));
        double won = Math.signum(old) * (at - price) * closed * contract.size();
        before = before > 0 ? Math.max(0, Math.min(before, volume)) : Math.min(0, Math.max(before, volume));
        if (volume == 0) price = 0;
        else if (old * volume < 0) price = at;
        return won;
    }

    @Override
    public void mark(double lastPrice) {
        last = lastPrice;
    }

    @Override
    public double unrealised() {
        return volume == 0 || last == 0 ? 0 : (last - price) * volume * contract.size() + 0.0; // never -0.0
    }

    @Override
    public void rollDay() {
        before = volume;
    }

    @Override
    public List<Position> positions() {
        if (!everHeld) return List.of();
        return List.of(new Position(contract.gateway(), contract.instrument(), Direction.NET, volume, 0, price,
                unrealised(), before));
    }
}

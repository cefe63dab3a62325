package io.trunkline.engine.sim;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Position;

/** The long or short lots of one instrument. Guarded by the exchange's lock. */
final class HeldSide {

    private final Contract contract;
    private final Direction direction;
    private double today;
    private double before;
    private double boundToday;
    private double boundBefore;
    private double price;
    private boolean everHeld;

    HeldSide(Contract contract, Direction direction) {
        this.contract = contract;
        this.direction = direction;
    }

    /** Lots that a closing order may still take. */
    double available(Offset offset) {
        double freeToday = Lots.minus(today, boundToday);
        double freeBefore = Lots.minus(before, boundBefore);
        return switch (offset) {
            case CLOSETODAY -> freeToday;
            case CLOSEYESTERDAY -> freeBefore;
            case CLOSE -> splits() ? freeBefore : freeToday + freeBefore;
            case OPEN, NONE -> 0;
        };
    }

    /** Lots that such a closing order could take if none were bound. */
    double held(Offset offset) {
        return switch (offset) {
            case CLOSETODAY -> today;
            case CLOSEYESTERDAY -> before;
            case CLOSE -> splits() ? before : today + before;
            case OPEN, NONE -> 0;
        };
    }

    /** Binds a leg's lots; a CLOSE takes today's first where the exchange does not tell the days apart. */
    void bind(Leg leg) {
        double ofToday = switch (leg.offset()) {
            case CLOSETODAY -> leg.remaining();
            case CLOSE -> splits() ? 0 : Math.min(leg.remaining(), Lots.minus(today, boundToday));
            case CLOSEYESTERDAY, OPEN, NONE -> 0;
        };
        leg.bindLots(ofToday, Lots.minus(leg.remaining(), ofToday));
        boundToday += leg.boundToday();
        boundBefore += leg.boundBefore();
    }

    void release(Leg leg) {
        boundToday = Lots.minus(boundToday, leg.boundToday());
        boundBefore = Lots.minus(boundBefore, leg.boundBefore());
        leg.bindLots(0, 0);
    }

    void open(double volume, double at) {
        price = volume() == 0 ? at : (price * volume() + at * volume) / (volume() + volume);
        today += volume;
        everHeld = true;
    }

    /** Closes lots that a leg has bound; returns the money won or lost. */
    double close(Leg leg, double volume, double at) {
        double ofToday = Math.min(volume, leg.boundToday());
        double ofBefore = Lots.minus(volume, ofToday);
        double bindToday = Lots.minus(leg.boundToday(), ofToday);
        double bindBefore = Lots.minus(leg.boundBefore(), ofBefore);
        release(leg);
        leg.bindLots(bindToday, bindBefore);
        boundToday += bindToday;
        boundBefore += bindBefore;
        today = Lots.minus(today, ofToday);
        before = Lots.minus(before, ofBefore);
        double won = sign() * (at - price) * volume * contract.size();
        if (volume() == 0) price = 0;
        return won;
    }

    void rollDay() {
        before += today;
        today = 0;
    }

    double unrealised(double last) {
        if (volume() == 0 || last == 0) return 0;
        return sign() * (last - price) * volume() * contract.size() + 0.0; // never -0.0
    }

    boolean wasEverHeld() {
        return everHeld;
    }

    Position position(double last) {
        return new Position(contract.gateway(), contract.instrument(), direction, volume(), boundToday + boundBefore,
                price, unrealised(last), before);
    }

    private double volume() {
        return today + before;
    }

    private int sign() {
        return direction == Direction.LONG ? 1 : -1;
    }

    private boolean splits() {
        return contract.instrument().exchange().splitsCloseByDay();
    }
}

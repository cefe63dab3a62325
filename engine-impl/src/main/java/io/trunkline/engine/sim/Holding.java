package io.trunkline.engine.sim;

import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Refusal;
import java.util.List;
import java.util.Optional;

/** What is held of one instrument. Guarded by the exchange's lock. */
interface Holding {

    /** Why a leg cannot close what it wants to close, if it cannot. */
    Optional<Refusal> check(Leg leg);

    /** Keeps what a leg closes from being closed by others. */
    void bind(Leg leg);

    /** Frees what a leg still binds. */
    void release(Leg leg);

    /** Books a fill of a leg; returns the money won or lost by what it closed. */
    double fill(Leg leg, double volume, double price);

    /** Values it at the market's last price. */
    void mark(double lastPrice);

    /** The profit or loss of all that is held, at the last price. */
    double unrealised();

    /** Turns today's lots into lots of earlier days. */
    void rollDay();

    /** The positions that are or were held. */
    List<Position> positions();
}

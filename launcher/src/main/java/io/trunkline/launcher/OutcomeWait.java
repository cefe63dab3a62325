package io.trunkline.launcher;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.PlainText;
import io.trunkline.engine.model.Outcome;
import java.time.Duration;

/** Waits a while until it is known what became of an order. For the main thread. */
final class OutcomeWait {

    private static final Duration STEP = Duration.ofMillis(100);

    private final MainEngine engine;
    private final Environment environment;
    private final Duration patience;

    OutcomeWait(MainEngine engine, Environment environment, Duration patience) {
        this.engine = engine;
        this.environment = environment;
        this.patience = patience;
    }

    /** The outcome itself unless it is in doubt; then what is learnt of it in time, or else the doubt. */
    Outcome settled(Outcome outcome) throws InterruptedException {
        if (!(outcome instanceof Outcome.InDoubt doubt) || doubt.clientKey().isEmpty()) return outcome;
        environment.err().println(PlainText.of("in doubt: " + doubt.reason()).stripTrailing());
        Outcome latest = outcome;
        long start = System.nanoTime();
        while (latest instanceof Outcome.InDoubt && System.nanoTime() - start < patience.toNanos()) {
            Thread.sleep(STEP.toMillis());
            latest = engine.outcome(doubt.clientKey());
        }
        return latest;
    }
}

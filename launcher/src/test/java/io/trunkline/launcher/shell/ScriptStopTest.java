package io.trunkline.launcher.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Tick;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What stopping a trader ends, and what it lets pass. */
@Timeout(60)
class ScriptStopTest extends TraderFixture {

    @Test
    void aFeedEndsWithoutAnErrorWhenItIsStoppedMeanwhile() throws Exception {
        trader.connectGateway("SIM", List.of("speed=0.001", "start=subscribe"));
        TickFeed feed = trader.feed(List.of(APPLE));
        AtomicReference<Object> last = new AtomicReference<>();
        Thread taker = new Thread(() -> last.set(lastOf(feed)));
        taker.start();
        while (taker.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();

        trader.stop();
        taker.join();

        assertThat(last.get()).isEqualTo(Optional.empty());
    }

    private static Object lastOf(TickFeed feed) {
        try {
            Optional<Tick> next = feed.next(1_000);
            while (next.isPresent()) next = feed.next(1_000);
            return next;
        } catch (ScriptException e) {
            return e;
        }
    }

    @Test
    void endsWaitsWhenStopped() throws Exception {
        connect();
        Id resting = trader.send(Side.BUY, APPLE, 100, 1, OrderType.LIMIT);
        Thread stopper = new Thread(trader::stop);
        stopper.start();

        assertFails(() -> trader.waitFor(resting), "stopped");
        trader.sleep(1_000);

        stopper.join();
        assertThat(trader.isRunning()).isFalse();
    }

    @Test
    void sendsNoOrderOnceItIsStoppedButCancels() {
        connect();
        Id resting = trader.send(Side.BUY, APPLE, 100, 1, OrderType.LIMIT);
        trader.stop();

        assertFails(() -> trader.send(Side.BUY, APPLE, 100, 1, OrderType.LIMIT),
                "stopped; nothing was sent; go() lets orders pass again");
        assertThat(trader.engine().orders()).hasSize(1);
        trader.cancel(resting);

        trader.go();
        assertThat(trader.isRunning()).isTrue();
        assertThat(trader.waitFor(resting, 20).status()).isEqualTo(Status.CANCELLED);
        trader.close();
        assertFails(trader::go, "the engine is closed; nothing goes on");
    }

    @Test
    void sendsNoOrderOnceItsThreadIsInterrupted() {
        connect();
        Thread.currentThread().interrupt();

        assertFails(() -> trader.send(Side.BUY, APPLE, 100, 1, OrderType.LIMIT),
                "interrupted; nothing was sent; go() lets orders pass again");
        trader.go();

        assertThat(trader.isRunning()).isTrue();
        assertThat(trader.engine().orders()).isEmpty();
    }

    @Test
    void tellsTheIdOfAnOrderThatWasSentAsItWasStopped() {
        connect();
        answer(request -> {
            trader.stop();
            return Outcome.accepted(Id.parse("SIM.77"));
        });

        assertThat(trader.send(Side.BUY, APPLE, 100, 1, OrderType.LIMIT)).isEqualTo(Id.parse("SIM.77"));
        assertThat(trader.isRunning()).isFalse();
    }
}

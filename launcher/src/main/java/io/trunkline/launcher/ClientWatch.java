package io.trunkline.launcher;

import io.trunkline.engine.model.InstrumentId;
import io.trunkline.launcher.text.BooksSign;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** Tells a person how a client's connection stands while the client runs. For the main thread. */
final class ClientWatch {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration STEP = Duration.ofMillis(50);

    private final Remote remote;
    private final Subscriber subscriber;
    private final Consumer<String> messages;
    private final Consumer<BooksSign> signs;
    private final Consumer<String> onDown;
    private BooksSign shown = new BooksSign("");
    private boolean isMissed; // it was said that no server answers
    private boolean isDown; // it was said that the gateway gave up
    private boolean isLive; // what follows from the first time that it was live is done

    /** One that shows messages, the sign of the books whenever it is another, and why the gateway gave up. */
    ClientWatch(Remote remote, Subscriber subscriber, Consumer<String> messages, Consumer<BooksSign> signs,
            Consumer<String> onDown) {
        this.remote = remote;
        this.subscriber = subscriber;
        this.messages = messages;
        this.signs = signs;
        this.onDown = onDown;
    }

    /** Returns when the time is over (null for no end) or the signal came. */
    void follow(StopSignal stop, Duration duration) throws InterruptedException {
        long start = System.nanoTime();
        while (!stop.isStopped()) {
            Duration passed = Duration.ofNanos(System.nanoTime() - start);
            Duration left = duration == null ? STEP : duration.minus(passed);
            if (left.isNegative() || left.isZero()) return;
            look(passed);
            showSign();
            stop.await(left.compareTo(STEP) < 0 ? left : STEP);
        }
    }

    private void look(Duration passed) throws InterruptedException {
        switch (remote.watch().await(GatewayWatch.Progress.SILENT, Duration.ZERO)) {
            case SILENT -> {
                if (!isMissed && passed.compareTo(PATIENCE) >= 0) {
                    isMissed = true;
                    messages.accept(remote.noServer() + "; trying on");
                }
            }
            case ANSWERED -> { }
            case LIVE -> {
                if (!isLive) onLive();
                isLive = true;
            }
            case DOWN -> {
                String problem = "connection to " + remote.address() + " given up: " + remote.watch().detail();
                if (!isDown) onDown.accept(problem);
                isDown = true;
            }
        }
    }

    private void showSign() {
        BooksSign sign = StreamSummary.sign(remote.gateway());
        if (!sign.isKnown() || sign.equals(shown)) return;
        shown = sign;
        signs.accept(sign);
    }

    private void onLive() {
        if (isMissed) messages.accept("connected to " + remote.address());
        Set<InstrumentId> missing = subscriber.missing();
        if (!missing.isEmpty()) {
            messages.accept("the server does not know " + missing.iterator().next()
                    + (missing.size() > 1 ? " and " + (missing.size() - 1) + " more" : "")
                    + " yet; ticks will come once it does");
        }
    }
}

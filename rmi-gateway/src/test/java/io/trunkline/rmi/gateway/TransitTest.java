package io.trunkline.rmi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.plugin.LatencyHistogram;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long events are on their way from a server whose clock is another. */
@Timeout(60)
class TransitTest {

    private static final String SAMPLES = "sent to decoded samples";

    private final Rig rig = new Rig();
    private FakeService service;
    private MainEngine client;

    @BeforeEach
    void open() throws Exception {
        service = new FakeService();
        service.aheadNanos = TimeUnit.HOURS.toNanos(5);
        client = rig.engine();
        Rig.connect(client, service.address());
        Wait.until("the clock is known", () -> figure("sent to decoded error us") > 0);
    }

    @AfterEach
    void close() {
        rig.close();
        service.close();
    }

    private double figure(String name) {
        return (Double) Rig.figure(client.gateway("RPC").orElseThrow(), "stream", name);
    }

    @Test
    void theTimeOnTheWayIsTakenByTheServersClock() throws Exception {
        FakeService.Line line = service.line();
        line.sync(10);
        double errorBefore = figure("sent to decoded error us");
        long before = System.nanoTime();

        line.sendAt(service.nanos() - TimeUnit.SECONDS.toNanos(7), Samples.order("CTP", "1", Status.NOTTRADED, 0));

        Wait.until("a time", () -> Rig.count(client, SAMPLES) == 1);
        double passed = (System.nanoTime() - before) / 1e3;
        double error = Math.max(errorBefore, figure("sent to decoded error us")); // known better by now
        assertThat(figure("sent to decoded max us")).isBetween(7e6 - error, 7e6 + passed + error);
    }

    @Test
    void whatDoesNotSayWhenItWasSentIsNotMeasured() throws Exception {
        FakeService.Line line = service.line();
        line.sync(10);

        line.send(Samples.order("CTP", "1", Status.NOTTRADED, 0));
        line.sendAt(service.nanos(), Samples.order("CTP", "2", Status.NOTTRADED, 0));

        Wait.until("both came", () -> Rig.count(client, "events") == 2);
        Wait.until("one time", () -> Rig.count(client, SAMPLES) == 1);
        assertThat(figure("sent to decoded max us")).isLessThan(60e6);
    }

    @Test
    void aHundredChunksASecondAreMeasuredAtMost() {
        ServerClock clock = new ServerClock();
        long now = System.nanoTime();
        clock.note(now, now, now);
        LatencyHistogram times = new LatencyHistogram();
        TransitTimes transits = new TransitTimes(clock, times);

        for (int i = 1; i <= 1_000; i++) transits.decoded(now, now + i * 1_000_000L);

        assertThat(times.latencies().samples()).isBetween(95L, 100L);
    }
}

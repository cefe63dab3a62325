package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.TimerEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventPrinterTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CountDownLatch broken = new CountDownLatch(1);

    @Test
    void writesAllInOrder() {
        try (EventPrinter printer = printer(bytes)) {
            for (long i = 1; i <= 100_000; i++) printer.print(event(i));
        }

        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).isEqualTo(LongStream.rangeClosed(1, 100_000).mapToObj(i -> i + " 苹果").toList());
    }

    @Test
    void flushesWhenNothingWaits() throws InterruptedException {
        try (EventPrinter printer = printer(bytes)) {
            printer.print(event(1));
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (bytes.size() == 0 && System.nanoTime() - deadline < 0) TimeUnit.MILLISECONDS.sleep(5);
            assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("1 苹果\n");
        }
    }

    @Test
    void doesNotHoldTheEventThreadUpForASlowStream() throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1);
        OutputStream slow = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                try {
                    open.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                bytes.write(b);
            }
        };
        try (EventPrinter printer = printer(slow)) {
            for (long i = 1; i <= 10_000; i++) printer.print(event(i));
            assertThat(bytes.size()).isZero();
            open.countDown();
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).hasSize(10_000);
    }

    @Test
    void givesUpOnAStreamThatTakesNothing() {
        CountDownLatch never = new CountDownLatch(1);
        OutputStream stuck = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        };
        EventPrinter printer = EventPrinter.start(new PrintStream(stuck, true, StandardCharsets.UTF_8),
                Object::toString, broken::countDown, Duration.ofMillis(50));
        for (long i = 1; i <= 10_000; i++) printer.print(event(i));

        printer.close();
        printer.print(event(1));

        assertThat(never.getCount()).isEqualTo(1);
    }

    @Test
    void reportsABrokenStreamAndGoesOnTakingEvents() throws InterruptedException {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        try (EventPrinter printer = printer(closed)) {
            printer.print(event(1));
            assertThat(broken.await(20, TimeUnit.SECONDS)).isTrue();
            for (long i = 1; i <= 1_000; i++) printer.print(event(i));
        }
    }

    private EventPrinter printer(OutputStream out) {
        return EventPrinter.start(new PrintStream(out, true, StandardCharsets.UTF_8),
                event -> ((TimerEvent) event).count() + " 苹果", broken::countDown);
    }

    private static Event event(long number) {
        return new TimerEvent(number, Instant.EPOCH);
    }
}

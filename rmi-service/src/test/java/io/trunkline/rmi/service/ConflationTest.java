package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Tick;
import io.trunkline.rmi.service.LogReader.Result;
import io.trunkline.rmi.wire.Dictionary;
import io.trunkline.rmi.wire.FrameEncoder;
import io.trunkline.rmi.wire.WireWriter;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConflationTest {

    private static final int INSTRUMENTS = 200;

    private final EventLog log = new EventLog(1 << 20);
    private final Dictionary dictionary = new Dictionary();
    private final FrameEncoder encoder = new FrameEncoder(dictionary, 0, kind -> Optional.empty());
    private final FrameFilter filter = TestFrames.filter(false);
    private final LogReader reader = new LogReader(log, filter, TestFrames.owner(Thread.currentThread()), log.end(), 0);

    private static InstrumentId instrument(int number) {
        return new InstrumentId("i" + number, Exchange.SHFE);
    }

    private void append(int number, double price) {
        WireWriter out = new WireWriter(256);
        encoder.encode(Tick.builder().gateway("SIM").instrument(instrument(number)).time(Instant.EPOCH).lastPrice(price)
                .build(), out);
        log.append(out.array(), out.length(), encoder.sequence());
    }

    private void want(int number) {
        filter.set(dictionary.numberOf("SIM", instrument(number)), true);
    }

    private Result read() {
        return reader.read(new WireWriter(1 << 12), 1 << 20, log.end());
    }

    @Test
    void leavesOutWhatANewerTickOfTheInstrumentOutdates() {
        for (int round = 0; round < 5; round++) {
            for (int number = 1; number <= INSTRUMENTS; number++) append(number, round);
        }
        for (int number = 1; number <= INSTRUMENTS; number++) want(number);

        assertThat(read()).isEqualTo(Result.ADVANCED);
        assertThat(reader.conflated()).isEqualTo(4 * INSTRUMENTS);
    }

    @Test
    void goesOnWithAnInstrumentThatBecameWantedInTheMiddleOfABacklog() {
        for (int number = 1; number <= INSTRUMENTS; number++) append(number, 1);
        want(1);
        LogPlace change = log.end();
        append(INSTRUMENTS, 2);
        append(1, 2);
        WireWriter out = new WireWriter(1 << 12);
        assertThat(reader.read(out, 1 << 20, change)).isEqualTo(Result.ADVANCED);

        want(INSTRUMENTS);

        assertThat(read()).isEqualTo(Result.ADVANCED);
        assertThat(reader.place().sequence()).isEqualTo(log.through());
        assertThat(reader.conflated()).as("of the instrument just wanted").isZero();
    }
}

package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Refusals refusals = new Refusals();

    private Optional<String> line(TlsFault fault, String address, long now) {
        return refusals.line(new TlsException(fault, fault.text(), null), address, now);
    }

    @Test
    void aReasonIsLoggedAtMostOnceASecondAndTheRestIsCounted() {
        assertThat(line(TlsFault.PLAIN, "10.0.0.1", 0)).contains("a connection from 10.0.0.1 was turned away: it speaks"
                + " no TLS");
        for (int i = 2; i < 9; i++) assertThat(line(TlsFault.PLAIN, "10.0.0." + i, i)).isEmpty();
        assertThat(line(TlsFault.EXPIRED, "10.0.0.2", 9)).isPresent();

        assertThat(line(TlsFault.PLAIN, "10.0.0.9", SECOND).orElseThrow()).contains("10.0.0.9", "and 7 more");
    }

    @Test
    void anAddressIsLoggedAtMostOnceAMinuteForAReason() {
        assertThat(line(TlsFault.PLAIN, "10.0.0.1", 0)).isPresent();
        for (int i = 1; i < 60; i++) assertThat(line(TlsFault.PLAIN, "10.0.0.1", i * SECOND)).isEmpty();
        assertThat(line(TlsFault.PLAIN, "10.0.0.1", 60 * SECOND).orElseThrow()).contains("and 59 more");
    }

    @Test
    void addressesAreNotRememberedWithoutEnd() {
        for (int i = 0; i < 300; i++) line(TlsFault.PLAIN, "other " + i, i * SECOND);
        assertThat(refusals.remembered()).isLessThanOrEqualTo(256);
    }
}

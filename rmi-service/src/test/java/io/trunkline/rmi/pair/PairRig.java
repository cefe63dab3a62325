package io.trunkline.rmi.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.rmi.wire.Waiting;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A server's home with an identity to give away and a client's home, at a time that is moved by hand. */
final class PairRig {

    final Path server;
    final Path client;
    final AtomicLong nanoTime = new AtomicLong();
    final SecureRandom random = new SecureRandom();
    final Means means = means(Duration.ofSeconds(10));

    PairRig(Path folder) {
        server = folder.resolve("server");
        client = folder.resolve("client");
    }

    /** The usual limits but for the time of a connection and the stretching of codes. */
    Means means(Duration connection) {
        Limits limits = new Limits(1_000, connection, 3, 65_536, Duration.ofMillis(10));
        return new Means(limits, nanoTime::get, random);
    }

    /** Offers what was issued, with options as key, value. */
    Offering offer(String... options) {
        return Offering.start(means, server, map(options));
    }

    static Map<String, String> map(String... options) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) map.put(options[i], options[i + 1]);
        return map;
    }

    /** Offers an identity of 100 bytes to clients who have so long. */
    Offering offer(Duration connection) throws Exception {
        Offering.issue(server, 100);
        return Offering.start(means(connection), server, Map.of());
    }

    List<String> take(Means with, String code, int port, boolean replace) throws Exception {
        return Offering.run(with, "take", Map.of("code", code, "from", "127.0.0.1:" + port, "replace",
                Boolean.toString(replace)), client, new ArrayList<>());
    }

    List<String> take(String code, int port) throws Exception {
        return take(means, code, port, false);
    }

    /** The identity of the client's home. */
    Path identity() {
        return client.resolve("keys/identity.p12");
    }

    Proofs proofs(String code) throws Exception {
        return Proofs.of(Code.parse(code), means.limits().rounds());
    }

    /** A connection as a client has it. */
    Connection meet(Offering offering) throws Exception {
        return Connection.open(offering.dial(), Stranger.PATIENCE, PairTls.ofClient());
    }

    void assertNothingWritten() {
        assertThat(client).doesNotExist();
    }

    /** Ends the offer by its time, and checks that it sent nothing and counted so many wrong codes. */
    void assertNothingSent(Offering offering, int wrongCodes) {
        assertThat(offering.isOver()).isFalse();
        Waiting.until(() -> offering.lines.size() == 2 + wrongCodes, () -> offering.lines);
        nanoTime.addAndGet(TimeUnit.MINUTES.toNanos(10));
        assertThatThrownBy(offering::end).hasMessageContaining("nothing was sent");
        assertThat(offering.lines).hasSize(2 + wrongCodes);
        assertThat(offering.file).exists();
    }
}

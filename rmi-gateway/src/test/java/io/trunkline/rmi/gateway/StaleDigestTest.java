package io.trunkline.rmi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Snapshot;
import io.trunkline.rmi.wire.Digest;
import io.trunkline.rmi.wire.Digest.Total;
import io.trunkline.rmi.wire.RecordHash;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Digests that are looked at late. */
class StaleDigestTest {

    private static final Digest WRONG = new Digest(Digest.EVERYTHING,
            Map.of(RecordKind.TRADE, Total.NONE.plus(new RecordHash(1, 2))));
    private static final Digest NOTHING = new Digest(Digest.EVERYTHING, Map.of());
    private static final Snapshot EMPTY = new Snapshot(List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), List.of());

    private final List<Consumer<Snapshot>> waiting = new ArrayList<>();
    private final StreamCounts counts = new StreamCounts();
    private final BooksCheck check = new BooksCheck(new GatewayContext("RPC", new RecordingSink(),
            InstantSource.system(), Optional.empty(), kind -> Optional.empty(), waiting::add, new UUID(1, 2)), counts);

    private void said(Digest digest) {
        check.said(digest, 1, () -> { });
    }

    private void handle() {
        waiting.forEach(taker -> taker.accept(EMPTY));
        waiting.clear();
    }

    @Test
    void oneOfASessionThatEndedDoesNotCount() {
        check.begin();
        said(WRONG);
        check.begin();
        handle();

        assertThat(check.look()).isEmpty();
        assertThat(check.sign()).isEqualTo("not compared yet");
        assertThat(counts.digests).hasValue(0);
    }

    @Test
    void oneThatWaitedWhenItsSessionEndedDoesNotCountEither() {
        check.begin();
        said(WRONG);
        handle();
        check.begin();

        assertThat(check.look()).isEmpty();
        assertThat(counts.digests).hasValue(0);
    }

    @Test
    void onlyTheNewestOfThoseThatWaitIsCompared() {
        check.begin();
        said(WRONG);
        said(NOTHING);
        handle();

        assertThat(check.look()).isEmpty();
        assertThat(check.sign()).isEqualTo("equal");
        assertThat(counts.digests).hasValue(1);
    }

    @Test
    void healingWaitsForTheBooks() {
        check.begin();
        said(WRONG);
        handle();
        assertThat(check.look()).isEqualTo("the books differ from the server's: trades");
        assertThat(check.isHealing()).isTrue();
        check.askForBooks(() -> { });

        assertThat(check.heal(new Mirror())).isFalse();
        handle();
        assertThat(check.heal(new Mirror())).isTrue();
        assertThat(check.isHealing()).isFalse();
        assertThat(check.sign()).isEqualTo("differ: trades");
    }
}

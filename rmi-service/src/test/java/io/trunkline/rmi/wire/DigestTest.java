package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.model.RecordKind;
import io.trunkline.rmi.wire.Digest.Total;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DigestTest {

    private static final Digest DIGEST = new Digest(Digest.EVERYTHING, Map.of(
            RecordKind.ORDER, new Total(1L << 40, new RecordHash(-1, 2)),
            RecordKind.TRADE, new Total(3, new RecordHash(Long.MIN_VALUE, Long.MAX_VALUE))));

    private static byte[] frame(Digest digest) {
        WireWriter out = new WireWriter(16);
        new FrameEncoder(new Dictionary(), 41, Coding.NO_APPS).encode(digest, out);
        return out.toByteArray();
    }

    @Test
    void crossesAsAFrameOfItsOwnKindAndSequence() throws Exception {
        byte[] frame = frame(DIGEST);

        assertThat(Coding.kinds(frame)).containsExactly(FrameKind.DIGEST);
        assertThat(Coding.sequences(frame)).containsExactly(42L);
        assertThat(Digest.decode(frame, 0)).isEqualTo(DIGEST);
        assertThat(new FrameDecoder("RPC", Coding.NO_APPS).decode(frame, 0)).isNull();
    }

    @Test
    void cutOffAndTooLongOnesAreRefused() {
        byte[] cut = frame(DIGEST);
        WireWriter.INT.set(cut, 0, cut.length - 1);
        byte[] longer = Arrays.copyOf(frame(DIGEST), cut.length + 1);
        WireWriter.INT.set(longer, 0, longer.length);

        for (byte[] frame : new byte[][] {cut, longer}) {
            assertThatThrownBy(() -> Digest.decode(frame, 0)).isInstanceOf(WireException.class);
            assertThatThrownBy(() -> new FrameDecoder("", Coding.NO_APPS).decode(frame, 0))
                    .isInstanceOf(WireException.class);
        }
    }

    @Test
    void namesTheKindsThatDiffer() {
        Digest other = new Digest(Digest.EVERYTHING, Map.of(
                RecordKind.ORDER, DIGEST.total(RecordKind.ORDER).minus(new RecordHash(0, 1)).plus(new RecordHash(0, 2)),
                RecordKind.TRADE, DIGEST.total(RecordKind.TRADE),
                RecordKind.ACCOUNT, Total.NONE.plus(new RecordHash(9, 9))));

        assertThat(DIGEST.differences(DIGEST)).isEmpty();
        assertThat(DIGEST.differences(other)).containsExactly(RecordKind.ACCOUNT, RecordKind.ORDER);
        assertThat(other.differences(DIGEST)).containsExactly(RecordKind.ACCOUNT, RecordKind.ORDER);
    }
}

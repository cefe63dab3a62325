package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.event.AppEventCodec;
import io.trunkline.engine.model.AppEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AppEventTest {

    private record Alarm(String kind, String text) implements AppEvent {}

    /** A codec whose faults can be chosen. */
    private record Codec(int version, RuntimeException onEncode,
            RuntimeException onDecode) implements AppEventCodec<Alarm> {

        @Override
        public String kind() {
            return "alarm";
        }

        @Override
        public Class<Alarm> type() {
            return Alarm.class;
        }

        @Override
        public byte[] encode(Alarm event) {
            if (onEncode != null) throw onEncode;
            return event.text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Alarm decode(int from, byte[] bytes) {
            if (onDecode != null) throw onDecode;
            if (from != version) throw new IllegalArgumentException("version " + from);
            return new Alarm("alarm", new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static final Alarm ALARM = new Alarm("alarm", "火");

    private static Function<String, Optional<AppEventCodec<?>>> only(Codec codec) {
        return kind -> kind.equals("alarm") ? Optional.of(codec) : Optional.empty();
    }

    private static Codec good(int version) {
        return new Codec(version, null, null);
    }

    private static byte[] encode(Codec codec, Alarm... events) {
        FrameEncoder encoder = new FrameEncoder(new Dictionary(), 0, only(codec));
        WireWriter out = new WireWriter(64);
        for (Alarm event : events) encoder.encode(event, out);
        return out.toByteArray();
    }

    @Test
    void anEventOfAnAppCrossesIfBothSidesKnowItsKind() throws WireException {
        byte[] frames = encode(good(3), ALARM);
        assertThat(Coding.decode(frames, new FrameDecoder("RPC", only(good(3))))).isEqualTo(List.of(ALARM));
    }

    @Test
    void anEventWithoutACodecIsNotSent() {
        assertThat(encode(good(1), new Alarm("other", "x"))).isEmpty();
    }

    @Test
    void anUnknownKindAndAnUnknownVersionAreCountedAndSkipped() throws WireException {
        byte[] frames = encode(good(3), ALARM, ALARM);

        FrameDecoder without = new FrameDecoder("", Coding.NO_APPS);
        assertThat(Coding.decode(frames, without)).isEmpty();
        assertThat(without.unknownAppEvents()).isEqualTo(2);

        FrameDecoder older = new FrameDecoder("", only(good(2)));
        assertThat(Coding.decode(frames, older)).isEmpty();
        assertThat(older.unknownAppEvents()).isEqualTo(2);
    }

    @Test
    void aCodecThatThrowsAnythingWhileDecodingLosesItsEventOnly() throws WireException {
        byte[] frames = encode(good(3), ALARM);
        for (RuntimeException fault
                : List.of(new IllegalStateException(), new ArrayIndexOutOfBoundsException(),
                        new NullPointerException())) {
            FrameDecoder decoder = new FrameDecoder("", only(new Codec(3, null, fault)));
            assertThat(Coding.decode(frames, decoder)).as("%s", fault).isEmpty();
            assertThat(decoder.unknownAppEvents()).isEqualTo(1);
        }
    }

    @Test
    void aCodecThatThrowsWhileEncodingLeavesNoFrameAndNoGap() throws WireException {
        FrameEncoder encoder = new FrameEncoder(new Dictionary(), 5,
                only(new Codec(1, new IllegalStateException("broken"), null)));
        WireWriter out = new WireWriter(64);
        assertThatThrownBy(() -> encoder.encode(ALARM, out)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("broken");
        assertThat(out.length()).isZero();
        assertThat(encoder.sequence()).isEqualTo(5);
    }

    @Test
    void anEventAbove64KiBIsRefused() {
        assertThatThrownBy(() -> encode(good(1), new Alarm("alarm", "x".repeat((1 << 16) + 1))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("65537");
        assertThat(encode(good(1), new Alarm("alarm", "x".repeat(1 << 16)))).hasSizeGreaterThan(1 << 16);
    }
}

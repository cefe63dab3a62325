package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.model.Exchange;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class WireReaderTest {

    private final WireWriter out = new WireWriter(0);

    private WireReader in() {
        return new WireReader(out.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 127, 128, 16_383, 16_384, 1L << 53, Long.MAX_VALUE, Long.MIN_VALUE})
    void numbersComeBackWhateverTheirSize(long value) throws WireException {
        out.writeVarint(value);
        out.writeSigned(value);
        out.writeLong(value);
        out.writeInt((int) value);

        WireReader in = in();
        assertThat(in.readVarint()).isEqualTo(value);
        assertThat(in.readSigned()).isEqualTo(value);
        assertThat(in.readLong()).isEqualTo(value);
        assertThat(in.readInt()).isEqualTo((int) value);
        in.expectEnd();
    }

    @Test
    void smallNumbersTakeOneByteAndTheLargestTen() {
        out.writeVarint(127);
        assertThat(out.length()).isEqualTo(1);
        out.writeSigned(-64);
        assertThat(out.length()).isEqualTo(2);
        out.writeVarint(-1);
        assertThat(out.length()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 1, -1, 0.1, 1e300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE, Double.MAX_VALUE, -9.223372036854775808E18, 9.223372036854775807E18, 1.152921504606846976E18,
        -1.152921504606846976E18, 9007199254740993.0})
    void quantitiesComeBackWithIdenticalBits(double value) throws WireException {
        out.writeQuantity(value);
        out.writeDouble(value);

        WireReader in = in();
        assertThat(Double.doubleToRawLongBits(in.readQuantity())).isEqualTo(Double.doubleToRawLongBits(value));
        assertThat(Double.doubleToRawLongBits(in.readDouble())).isEqualTo(Double.doubleToRawLongBits(value));
        in.expectEnd();
    }

    @Test
    void anyDoubleComesBackAsAQuantity() throws WireException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            double value = random.nextBoolean() ? Double.longBitsToDouble(random.nextLong())
                    : random.nextLong() >> random.nextInt(63);
            out.clear();
            out.writeQuantity(value);
            assertThat(Double.doubleToRawLongBits(in().readQuantity())).as("seed %d: %s", seed, value)
                    .isEqualTo(Double.doubleToRawLongBits(value));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "plain", "螺纹钢", "\uD83D\uDE80", "\u0000\u001b", "é"})
    void textsComeBack(String text) throws WireException {
        out.writeText(text);
        out.writeText(text.repeat(127));
        out.writeText(text.repeat(20_000));

        WireReader in = in();
        assertThat(in.readText()).isEqualTo(text);
        assertThat(in.readText()).isEqualTo(text.repeat(127));
        assertThat(in.readText()).isEqualTo(text.repeat(20_000));
        in.expectEnd();
    }

    @Test
    void instantsComeBackAndNullStaysNull() throws WireException {
        Instant before1970 = Instant.parse("1931-02-03T04:05:06.789012345Z");
        out.writeInstant(null);
        out.writeInstant(before1970);
        out.writeInstant(Instant.EPOCH);

        WireReader in = in();
        assertThat(in.readInstant()).isNull();
        assertThat(in.readInstant()).isEqualTo(before1970);
        assertThat(in.readTime()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void instantsOutOfReachBecomeTheNearestThatFit() throws WireException {
        out.writeInstant(Instant.MIN);
        out.writeInstant(Instant.MAX);

        WireReader in = in();
        assertThat(in.readTime()).isBefore(Instant.parse("1678-01-01T00:00:00Z"));
        assertThat(in.readTime()).isAfter(Instant.parse("2262-01-01T00:00:00Z"));
    }

    @Test
    void aTimeThatMustBeThereIsMissed() {
        out.writeInstant(null);
        assertThatThrownBy(() -> in().readTime()).isInstanceOf(WireException.class).hasMessage("a time is missing");
    }

    @Test
    void aNumberOfMoreThanTenBytesIsRefused() {
        for (int i = 0; i < 10; i++) out.writeByte(0x80);
        out.writeByte(1);
        assertThatThrownBy(() -> in().readVarint()).isInstanceOf(WireException.class).hasMessageContaining("ten bytes");
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 1L << 31, Long.MAX_VALUE, -1})
    void aCountThatTheBytesDoNotBackIsRefusedBeforeAnythingIsAllocated(long count) {
        out.writeVarint(count);
        out.writeInt(0);
        assertThatThrownBy(() -> in().readCount()).isInstanceOf(WireException.class)
                .hasMessageContaining("larger than");
        assertThatThrownBy(() -> in().readText()).isInstanceOf(WireException.class).hasMessageContaining("larger than");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void moreBytesThanThereAreAreRefused(int count) {
        WireReader in = new WireReader(new byte[3]);
        assertThatThrownBy(() -> in.readBytes(count)).isInstanceOf(WireException.class);
        assertThat(in.remaining()).isEqualTo(3);
    }

    @Test
    void everyCutOffValueIsNoticed() throws WireException {
        out.writeQuantity(0.1);
        out.writeText("some text");
        out.writeVarint(-1);
        out.writeInt(1);
        byte[] whole = out.toByteArray();
        for (int length = 0; length < whole.length; length++) {
            WireReader in = new WireReader(new byte[0]);
            in.reset(whole, 0, length);
            assertThatThrownBy(() -> {
                in.readQuantity();
                in.readText();
                in.readVarint();
                in.readInt();
            }).as("cut to %d", length).isInstanceOf(WireException.class);
        }
    }

    @Test
    void bytesTooManyAreNoticed() {
        assertThatThrownBy(() -> new WireReader(new byte[2]).expectEnd()).isInstanceOf(WireException.class)
                .hasMessage("2 bytes too many");
    }

    @Test
    void aConstantThatDoesNotExistIsRefused() throws WireException {
        out.writeEnum(Exchange.GLOBAL);
        out.writeByte(200);
        WireReader in = in();
        assertThat(in.readEnum(Exchange.values())).isEqualTo(Exchange.GLOBAL);
        assertThatThrownBy(() -> in.readEnum(Exchange.values())).isInstanceOf(WireException.class)
                .hasMessageContaining("200");
    }

    @Test
    void anOddTagOfAQuantityIsRefused() {
        out.writeVarint(3);
        assertThatThrownBy(() -> in().readQuantity()).isInstanceOf(WireException.class).hasMessageContaining("3");
    }
}

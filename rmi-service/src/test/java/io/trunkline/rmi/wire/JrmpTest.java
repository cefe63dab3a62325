package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.ObjectStreamClass;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class JrmpTest {

    /** The head of an array as the platform writes it. */
    private static byte[] head(Object array, int length) throws IOException {
        return Arrays.copyOf(Argument.of(array), length);
    }

    @Test
    void arraysStartAsThePlatformWritesThem() throws IOException {
        assertThat(Jrmp.BYTES).containsExactly(head(new byte[0], Jrmp.BYTES.length));
        assertThat(Argument.of(new byte[0])).hasSize(Jrmp.BYTES.length + 4);
        assertThat(Jrmp.STRINGS).containsExactly(head(new String[0], Jrmp.STRINGS.length));
    }

    @Test
    void aStreamStartsWithItsClassAsThePlatformDescribesIt() throws IOException {
        byte[] described = Argument.of(ObjectStreamClass.lookup(EventStream.class));
        assertThat(Arrays.copyOfRange(Jrmp.STREAM, 1, Jrmp.STREAM.length)).containsExactly(described);
        assertThat(Jrmp.STREAM[0]).isEqualTo((byte) 0x73);
    }
}

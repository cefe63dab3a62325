package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordHashTest {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);

    private final Random random = new Random(7);

    private RecordHash any() {
        return new RecordHash(half(), half());
    }

    private long half() {
        return random.nextInt(4) == 0 ? random.nextInt(3) - 1 : random.nextLong();
    }

    private static BigInteger number(RecordHash hash) {
        return new BigInteger(hash.toString(), 16);
    }

    @Test
    void addsAndSubtractsModulo2To128() {
        for (int i = 0; i < 10_000; i++) {
            RecordHash a = any();
            RecordHash b = any();

            assertThat(number(a.plus(b))).isEqualTo(number(a).add(number(b)).mod(MODULUS));
            assertThat(number(a.minus(b))).isEqualTo(number(a).subtract(number(b)).mod(MODULUS));
        }
    }

    @Test
    void aSumDoesNotDependOnTheOrder() {
        List<RecordHash> hashes = new ArrayList<>();
        for (int i = 0; i < 1000; i++) hashes.add(any());
        RecordHash sum = hashes.stream().reduce(RecordHash.ZERO, RecordHash::plus);

        Collections.shuffle(hashes, random);

        assertThat(hashes.stream().reduce(RecordHash.ZERO, RecordHash::plus)).isEqualTo(sum);
        assertThat(hashes.stream().reduce(sum, RecordHash::minus)).isEqualTo(RecordHash.ZERO);
    }
}

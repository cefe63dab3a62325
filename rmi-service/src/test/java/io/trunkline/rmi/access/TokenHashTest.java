package io.trunkline.rmi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TokenHashTest {

    private static final byte[] TOKEN = HexFormat.of().parseHex("a11ce5");

    @Test
    void whatIsWrittenIsReadAndMatchesItsTokenAlone() {
        TokenHash hash = TokenHash.of(TOKEN, new SecureRandom());
        TokenHash read = TokenHash.parse(hash.toString());

        assertThat(read).isEqualTo(hash).hasSameHashCodeAs(hash);
        assertThat(read.matches("a11ce5")).isTrue();
        assertThat(read.matches("a11ce6")).isFalse();
        assertThat(read.matches("no hexadecimal")).isFalse();
    }

    @Test
    void oneTokenHasAnotherHashEachTime() {
        assertThat(TokenHash.of(TOKEN, new SecureRandom())).isNotEqualTo(TokenHash.of(TOKEN, new SecureRandom()));
    }
}

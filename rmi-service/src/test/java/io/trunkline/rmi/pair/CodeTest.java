package io.trunkline.rmi.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class CodeTest {

    @Test
    void isSixteenOfThirtyTwoSignsThatNobodyTakesForAnother() {
        Set<Integer> signs = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String code = Code.random(new SecureRandom()).text();
            assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}");
            code.replace("-", "").chars().forEach(signs::add);
            codes.add(code);
        }
        assertThat(signs).hasSize(32);
        assertThat(codes).hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7KQ4-M2XD-9TWB-H501", "7kq4m2xd9twbh501", " 7KQ4 M2XD 9TWB H5OI ", "7KQ4-M2XD-9TWB-H50L"})
    void isReadAsPeopleType(String typed) {
        assertThat(Code.parse(typed).text()).isEqualTo("7KQ4-M2XD-9TWB-H501");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7KQ4-M2XD-9TWB-H50", "7KQ4-M2XD-9TWB-H501-1", "7KQ4-M2XD-9TWB-H50U", "---"})
    void whatIsNoneIsRefusedAndNotRepeated(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> Code.parse(typed))
                .withMessageContaining("trunkline pair offer").withMessageNotContaining("7KQ4-M2XD-9TWB-H50");
    }

    @Test
    void isNotInItsText() {
        assertThat(Code.parse("7KQ4-M2XD-9TWB-H501").toString()).doesNotContain("7KQ4");
    }
}

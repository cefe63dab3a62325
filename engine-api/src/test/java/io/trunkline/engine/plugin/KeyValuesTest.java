package io.trunkline.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class KeyValuesTest {

    @Test
    void readsWordsInTheirOrder() {
        assertThat(KeyValues.parse(List.of("state=HALTED", " name = a b", "by=1=2", "note=")))
                .containsExactly(Map.entry("state", "HALTED"), Map.entry("name", "a b"), Map.entry("by", "1=2"),
                        Map.entry("note", ""));
        assertThat(KeyValues.parse(List.of())).isEmpty();
    }

    @Test
    void readsOneTextOfThemAndWritesIt() {
        Map<String, String> values = KeyValues.parse("scope=client; name=a b;;");

        assertThat(values).containsExactly(Map.entry("scope", "client"), Map.entry("name", "a b"));
        assertThat(KeyValues.join(values)).isEqualTo("scope=client;name=a b");
        assertThat(KeyValues.parse("")).isEmpty();
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThatIllegalArgumentException().isThrownBy(() -> KeyValues.parse(List.of("HALTED")))
                .withMessage("'HALTED' is not key=value");
        assertThatIllegalArgumentException().isThrownBy(() -> KeyValues.parse("a=1; =2"))
                .withMessage("'=2' is not key=value");
        assertThatIllegalArgumentException().isThrownBy(() -> KeyValues.parse(List.of("state=ACTIVE", "state=HALTED")))
                .withMessage("state is given twice; write it once");
        assertThatIllegalArgumentException().isThrownBy(() -> KeyValues.join(Map.of("name", "a;state=HALTED")))
                .withMessage("'name=a;state=HALTED' has a semicolon, which ends a value");
    }
}

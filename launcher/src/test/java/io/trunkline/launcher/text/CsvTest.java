package io.trunkline.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class CsvTest {

    @Test
    void writesPlainValuesAsTheyAre() {
        assertThat(Csv.line(Arrays.asList("a", 7655.0, 3, true, null, Instant.EPOCH)))
                .isEqualTo("a,7655,3,true,,1970-01-01T00:00:00Z");
    }

    @Test
    void quotesCommasQuotesAndLineBreaks() {
        assertThat(Csv.line(List.of("a,b", "say \"x\"", "1\r\n2"))).isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"1\r\n2\"");
    }

    @Test
    void quotesBlanksAtTheEdges() {
        assertThat(Csv.line(List.of(" a", "b c"))).isEqualTo("\" a\",b c");
    }

    @Test
    void letsNoEscapeSequenceThrough() {
        assertThat(Csv.line(List.of(Samples.HOSTILE))).doesNotContain("\u001b", "\u202e").contains("苹果");
    }

    @Test
    void leavesOutWhatIsNoNumber() {
        assertThat(Csv.line(List.of(Double.NaN, 1.0))).isEqualTo(",1");
    }
}

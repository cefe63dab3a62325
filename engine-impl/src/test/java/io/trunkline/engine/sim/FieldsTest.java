package io.trunkline.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class FieldsTest {

    private final Fields fields = new Fields();

    private Fields split(String line) throws BadLineException {
        byte[] bytes = ("xx" + line + "yy").getBytes(StandardCharsets.UTF_8);
        fields.split(bytes, 2, bytes.length - 2);
        return fields;
    }

    @Test
    void takesQuotedAndPlainFieldsApart() throws Exception {
        split("\"a,b\",c,\"\",,苹果");

        assertThat(fields.count()).isEqualTo(5);
        assertThat(fields.text(0)).isEqualTo("a,b");
        assertThat(fields.text(1)).isEqualTo("c");
        assertThat(fields.isEmpty(2)).isTrue();
        assertThat(fields.isEmpty(3)).isTrue();
        assertThat(fields.text(4)).isEqualTo("苹果");
    }

    @Test
    void aCommaAtTheEndStartsAnEmptyField() throws Exception {
        assertThat(split("1,").count()).isEqualTo(2);
    }

    @Test
    void growsBeyondSixtyFourFields() throws Exception {
        assertThat(split(",".repeat(200) + "7").whole(200)).isEqualTo(7);
    }

    @Test
    void refusesAnOpenQuoteAndTextBehindAQuote() {
        assertThatThrownBy(() -> split("1,\"2")).hasMessage("a quote is not closed");
        assertThatThrownBy(() -> split("1,\"2\"3,4")).hasMessage("there is text behind the closing quote of field 2");
    }

    @Test
    void readsFiguresAsTheLanguageDoes() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String text = switch (i % 4) {
                case 0 -> Double.toString(random.nextGaussian() * 1e4);
                case 1 -> String.format("%.2f", random.nextGaussian() * 1e6);
                case 2 -> Long.toString(random.nextLong());
                default -> random.nextInt(100_000) + "." + random.nextInt(1_000_000);
            };
            assertThat(split(text).decimal(0)).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "N/A", "1.7976931348623157E308", "0.00", "0"})
    void aFigureThatTheFeedDoesNotHaveIsZero(String text) throws Exception {
        assertThat(Double.doubleToRawLongBits(split("\"" + text + "\"").decimal(0))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.2.3", "NaN", "Infinity", "0x1p3", "1d", ".", "-", "1 2"})
    void refusesWhatIsNoFigure(String text) {
        assertThatThrownBy(() -> split(text).decimal(0)).hasMessage("'" + text + "' is not a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1234567890", "1.0", "x"})
    void refusesWhatIsNoWholeNumber(String text) {
        assertThatThrownBy(() -> split(text).whole(0)).isInstanceOf(BadLineException.class);
    }

    @Test
    void readsTimesOfDay() throws Exception {
        assertThat(split("09:00:01").secondOfDay(0)).isEqualTo(9 * 3600 + 1);
        for (String bad : new String[] {"24:00:00", "09:60:00", "09:00:60", "9:00:00", "09-00-00", "09:0x:00"}) {
            assertThatThrownBy(() -> split(bad).secondOfDay(0)).as(bad).isInstanceOf(BadLineException.class);
        }
    }
}

package io.trunkline.launcher.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.LogLevel;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderType;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Tick;
import io.trunkline.launcher.text.Samples;
import io.trunkline.launcher.ui.Texts;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTextTest {

    @ParameterizedTest
    @CsvSource({"6840,0,6840", "6840,1,6840.0", "6840.5,0,6840.5", "0.05,2,0.05", "-3.5,2,-3.50"})
    void pricesHaveTheContractsDecimalsAndAllTheirOwn(double price, int digits, String text) {
        assertThat(PriceText.exact(price, digits)).isEqualTo(text);
    }

    @Test
    void averagesAreRoundedAndNeedNotBeOnTheTick() {
        assertThat(PriceText.rounded(6840.123456, 1, 3)).isEqualTo("6840.123");
        assertThat(PriceText.rounded(6840, 1, 3)).isEqualTo("6840.0");
    }

    @Test
    void theLastPriceIsComparedWithYesterdaysClose() {
        Tick tick = Samples.tick().toBuilder().preClose(6800).lastPrice(6834).build();

        assertThat(DepthPanel.change(tick)).isEqualTo("+0.50%");
        assertThat(DepthPanel.change(tick.toBuilder().preClose(0).build())).isEmpty();
    }

    @Test
    void timesAreThoseOfTheExchangeAndMissingPricesStayEmpty() {
        PriceDigits digits = new PriceDigits(new FakeBooks().books());
        FigureText figures = new FigureText(Texts.of(Locale.ENGLISH), digits);
        TableKind<Tick> kind = TableKinds.TICKS;

        assertThat(figures.shown(kind, column(kind, "time"), Samples.tick())).isEqualTo("09:00:00.500");
        assertThat(figures.exported(kind, column(kind, "time"), Samples.tick())).isEqualTo("2020-08-10 09:00:00.500");
        assertThat(figures.shown(kind, column(kind, "open"), Samples.tick())).isEmpty();
        assertThat(figures.shown(kind, column(kind, "askPrice"), Samples.tick())).isEqualTo("6840.5");
    }

    @Test
    void moneyHasMarksBetweenThousandsOnlyForPeople() {
        FigureText figures = new FigureText(Texts.of(Locale.ENGLISH), new PriceDigits(new FakeBooks().books()));
        Position position = new Position("SIM", Samples.APPLE, Direction.LONG, 1, 0, 6840, -12345.678, 0);
        TableKind<Position> kind = TableKinds.POSITIONS;

        assertThat(figures.shown(kind, column(kind, "pnl"), position)).isEqualTo("-12,345.68");
        assertThat(figures.exported(kind, column(kind, "pnl"), position)).isEqualTo("-12345.68");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyColumnTableAndConstantHasItsWord(String language) {
        Texts texts = Texts.of(Locale.forLanguageTag(language));
        FigureText figures = new FigureText(texts, null);

        for (TableKind<?> kind : TableKinds.ALL) {
            assertThat(texts.get("desk." + kind.name())).isNotBlank();
            kind.columns().forEach(column -> assertThat(texts.get("desk.column." + column.name())).isNotBlank());
        }
        Stream.<Enum<?>[]>of(Direction.values(), Offset.values(), OrderType.values(), Status.values(),
                LogLevel.values()).flatMap(Stream::of)
                .forEach(constant -> assertThat(figures.word(constant)).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyToneIsReadableOnItsGround(boolean isDark) {
        Color ground = isDark ? new Color(0x46494b) : Color.WHITE;
        for (Tone tone : Tone.values()) {
            if (tone == Tone.PLAIN) continue;
            assertThat(contrast(Colours.of(tone, isDark, Color.GRAY), ground)).as(tone.name()).isGreaterThan(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"ap010,SHFE,AP010.CZCE", "AP010.CZCE,SHFE,AP010.CZCE", "rb1,SHFE,rb1.SHFE", "rb1,INE,rb1.INE"})
    void aContractIsFoundBySymbolInWhateverCase(String typed, Exchange chosen, String found) {
        FakeBooks books = new FakeBooks("AP010.CZCE", "rb1.SHFE", "rb1.INE");

        assertThat(ContractFinder.find(typed, chosen, books.contracts())).contains(InstrumentId.parse(found));
    }

    @Test
    void whatNobodyListsIsTakenLiterally() {
        assertThat(ContractFinder.find("x1", Exchange.SHFE, List.of())).isEmpty();
        assertThat(ContractFinder.literal("x1", Exchange.SHFE)).hasToString("x1.SHFE");
        assertThat(ContractFinder.literal("x1.CZCE", Exchange.SHFE)).hasToString("x1.CZCE");
    }

    private static <R> DeskColumn<R> column(TableKind<R> kind, String name) {
        return kind.columns().stream().filter(column -> column.name().equals(name)).findFirst().orElseThrow();
    }

    private static double contrast(Color one, Color other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int part) {
        double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}

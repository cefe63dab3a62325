package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.PlainText;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.launcher.text.Numbers;
import io.trunkline.launcher.text.Times;
import io.trunkline.launcher.text.Zones;
import io.trunkline.launcher.ui.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** Writes the figures of records for people. For the event dispatch thread. */
final class FigureText {

    private static final int MONEY_DIGITS = 2;
    private static final int MORE_DIGITS_OF_AVERAGES = 2;

    private final Texts texts;
    private final PriceDigits digits;

    FigureText(Texts texts, PriceDigits digits) {
        this.texts = texts;
        this.digits = digits;
    }

    /** As a table shows it; empty if not known. */
    <R> String shown(TableKind<R> kind, DeskColumn<R> column, R record) {
        Object value = column.value().apply(record);
        if (value == null) return "";
        return switch (column.kind()) {
            case TIME -> Times.clock((Instant) value, zone(kind, record));
            case MONEY -> String.format(Locale.ROOT, "%,.2f", (Double) value);
            default -> plain(kind, column, record, value);
        };
    }

    /** As a file has it: times with their date, numbers without marks between thousands. */
    <R> String exported(TableKind<R> kind, DeskColumn<R> column, R record) {
        Object value = column.value().apply(record);
        if (value == null) return "";
        return switch (column.kind()) {
            case TIME -> Times.dateAndClock((Instant) value, zone(kind, record));
            case MONEY -> PriceText.rounded((Double) value, MONEY_DIGITS, MONEY_DIGITS);
            default -> plain(kind, column, record, value);
        };
    }

    /** The user's word for a constant. */
    String word(Enum<?> constant) {
        return texts.get("desk." + constant.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "."
                + constant.name());
    }

    private <R> String plain(TableKind<R> kind, DeskColumn<R> column, R record, Object value) {
        return switch (column.kind()) {
            case PRICE -> PriceText.exact((Double) value, digits(kind, record));
            case AVERAGE -> {
                int least = digits(kind, record);
                yield PriceText.rounded((Double) value, least, least + MORE_DIGITS_OF_AVERAGES);
            }
            case NUMBER -> Numbers.text((Double) value);
            case WORD -> word((Enum<?>) value);
            default -> PlainText.of(value.toString());
        };
    }

    private <R> int digits(TableKind<R> kind, R record) {
        return digits.of(kind.gateway().apply(record), kind.instrument().apply(record));
    }

    private static <R> ZoneId zone(TableKind<R> kind, R record) {
        InstrumentId instrument = kind.instrument().apply(record);
        return instrument == null ? Zones.here() : Zones.of(instrument.exchange());
    }
}

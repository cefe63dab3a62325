package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.model.Trade;
import io.trunkline.launcher.text.Hostile;
import io.trunkline.launcher.text.Samples;
import io.trunkline.launcher.ui.Markup;
import io.trunkline.launcher.ui.Texts;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the desk makes of texts of others: it shows them as they are, and fetches nothing that they name. */
@Timeout(30)
class HostileDeskTest {

    static Stream<String> texts() {
        return Hostile.TEXTS.stream();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noCellOfARecordHasMarkupNorTheTipOfOneThatIsCut(String text) {
        Texts words = Texts.of(Locale.ENGLISH);
        DeskTable<Trade> table = new DeskTable<>(TableKinds.TRADES, words,
                new FigureText(words, new PriceDigits(new FakeBooks().books())));
        table.apply(new Changes<>(Set.of(), List.of(Samples.trade(text))));
        Collections.list(table.table().getColumnModel().getColumns()).forEach(column -> column.setWidth(20));

        Markup.assertNoneIn(table.component());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noWordOfABoxIsMarkup(String text) {
        Markup.assertNoneIn(WordBox.of(Function.identity(), List.of("other", text)));
    }
}

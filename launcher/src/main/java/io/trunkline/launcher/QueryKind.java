package io.trunkline.launcher;

import io.trunkline.engine.Books;
import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.model.Tick;
import io.trunkline.engine.model.Trade;
import io.trunkline.launcher.text.DidYouMean;
import io.trunkline.launcher.text.Format;
import io.trunkline.launcher.text.Shape;
import io.trunkline.launcher.text.Shapes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What can be asked of a server. */
enum QueryKind {
    TICKS(new Source<>(Shapes.TICK, Books::ticks, Tick::instrument)),
    ORDERS(new Source<>(Shapes.ORDER, Books::orders, Order::instrument)),
    TRADES(new Source<>(Shapes.TRADE, Books::trades, Trade::instrument)),
    QUOTES(new Source<>(Shapes.QUOTE, Books::quotes, Quote::instrument)),
    POSITIONS(new Source<>(Shapes.POSITION, Books::positions, Position::instrument)),
    ACCOUNTS(new Source<Account>(Shapes.ACCOUNT, Books::accounts, null)),
    CONTRACTS(new Source<>(Shapes.CONTRACT, Books::contracts, Contract::instrument)),
    GATEWAYS(new Source<GatewayStatus>(Shapes.STATE, Books::gatewayStatuses, null)),
    /** Not in the books; a request of its own. */
    BARS(null);

    /** Where the values of a kind come from, and the instrument of each; null if they have none. */
    private record Source<T>(Shape<T> shape, Function<Books, List<T>> list, Function<T, InstrumentId> instrument) {

        List<String> lines(Books books, InstrumentId only, Format format) {
            return format.lines(shape, list.apply(books).stream()
                    .filter(value -> only == null || only.equals(instrument.apply(value))).toList());
        }
    }

    private final Source<?> source;

    QueryKind(Source<?> source) {
        this.source = source;
    }

    /** The kind with a name, in any case; throws with what may have been meant if there is none. */
    static QueryKind parse(String text) {
        List<String> words = Arrays.stream(values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
        int index = words.indexOf(text.toLowerCase(Locale.ROOT));
        if (index < 0) throw CommandException.usage("cannot query '" + text + "'" + DidYouMean.hint(text, words));
        return values()[index];
    }

    /** Whether its values are of instruments, so that one can be chosen. */
    boolean hasInstrument() {
        return this == BARS || source.instrument() != null;
    }

    /** The lines that show what the books hold, of one instrument or, if that is null, of all. */
    List<String> lines(Books books, InstrumentId only, Format format) {
        return source.lines(books, only, format);
    }
}

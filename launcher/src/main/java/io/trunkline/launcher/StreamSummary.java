package io.trunkline.launcher;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.plugin.Plugin;
import io.trunkline.launcher.text.BooksSign;
import io.trunkline.launcher.text.Json;

/**
 * Whether all that the server sent arrived.
 *
 * @param conflated ticks that newer ones replaced on the way or in our own queue
 * @param gaps times that the stream went on later than it should have
 * @param duplicates events that came twice
 * @param lost events that never came
 * @param differed how often the books were found to differ from the server's
 * @param books how they compared the last time
 */
record StreamSummary(long conflated, long gaps, long duplicates, long lost, long differed, BooksSign books) {

    /** The figures of a gateway and of the engine that it belongs to. */
    static StreamSummary of(MainEngine engine, Plugin gateway) {
        Figures stream = Figures.of(gateway, "stream");
        return new StreamSummary(stream.number("conflated") + engine.events().stats().conflated(),
                stream.number("gaps"), stream.number("duplicates"), stream.number("lost"),
                stream.number("digests that differed"), sign(gateway));
    }

    /** How a gateway's books compared with its server's the last time. */
    static BooksSign sign(Plugin gateway) {
        return new BooksSign(Figures.of(gateway, "stream").text("books"));
    }

    /** The line that ends a client's output. */
    String line(EventCounts counts) {
        return "summary events=" + counts.events() + " ticks=" + counts.ticks() + " orders=" + counts.orders()
                + " trades=" + counts.trades() + " conflated=" + conflated + " gaps=" + gaps
                + " duplicates=" + duplicates + " lost=" + lost + " books=" + books.word();
    }

    /** The same as a JSON object. */
    String json(EventCounts counts) {
        return new Json().put("event", "summary").put("events", counts.events()).put("ticks", counts.ticks())
                .put("orders", counts.orders()).put("trades", counts.trades()).put("conflated", conflated)
                .put("gaps", gaps).put("duplicates", duplicates).put("lost", lost).put("books", books.word())
                .toString();
    }
}

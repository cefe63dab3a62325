package io.trunkline.engine.desk;

import java.util.Arrays;
import java.util.List;

/** What may be traded, the most permissive first. */
enum TradingState {
    /** Everything. */
    ACTIVE,
    /** Only what closes a position. */
    REDUCE_ONLY,
    /** Nothing. */
    HALTED;

    static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}

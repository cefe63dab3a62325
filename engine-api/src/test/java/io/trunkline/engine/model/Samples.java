package io.trunkline.engine.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One value of each kind; no two figures or texts of one value are equal, so that a mix-up shows. */
final class Samples {

    static final InstrumentId RB = InstrumentId.parse("rb2610.SHFE");
    static final Instant TIME = Instant.parse("2026-11-22T01:02:03.000000004Z");
    static final Instant LATER = TIME.plusSeconds(1);

    static final Order ORDER = new Order(Id.parse("SIM.a.1"), "SIM", RB, OrderType.FAK, Direction.SHORT,
            Offset.CLOSETODAY, 1.5, 7, 2, Status.PARTTRADED, TIME, "reference", "key", "owner", "message");
    static final Trade TRADE = new Trade(Id.parse("SIM.t.1"), Id.parse("SIM.a.1"), "SIM", RB, Direction.SHORT,
            Offset.OPEN, 1.5, 7, TIME, "reference", "key", "owner");
    static final Quote QUOTE = new Quote(Id.parse("SIM.q.1"), "SIM", RB, 1, 2, 3, 4, Offset.OPEN, Offset.CLOSE,
            Status.NOTTRADED, TIME, "reference", "key", "owner", "message");
    static final Position POSITION = new Position("SIM", RB, Direction.LONG, 1, 2, 3, 4, 5);
    static final Account ACCOUNT = new Account(Id.parse("SIM.0.88"), "SIM", 1, 2, 3);
    static final OptionTerms TERMS = new OptionTerms(9, "underlying", OptionType.PUT, TIME, LATER, "portfolio",
            "index");
    static final Contract CONTRACT = new Contract("SIM", RB, "name", Product.OPTION, 1, 2, 3, 4, true, false, true,
            TERMS);
    static final List<StateRecord> RECORDS = List.of(ORDER, TRADE, QUOTE, POSITION, ACCOUNT, CONTRACT);

    static final Tick TICK = new Tick("SIM", RB, TIME, "name", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
            Depth.of(12, 13, 14, 15), LATER);
    static final Bar BAR = new Bar("SIM", RB, TIME, Interval.HOUR, 1, 2, 3, 4, 5, 6, 7);
    static final LogEntry LOG = new LogEntry("SIM", LogLevel.ERROR, "message", TIME);
    static final GatewayStatus STATUS = new GatewayStatus("SIM", GatewayState.STALE, "detail", TIME);
    static final Resync RESYNC = new Resync("SIM", Map.of(RecordKind.ORDER, Set.of(Id.parse("SIM.1"))), TIME);
    static final Conflated CONFLATED = new Conflated("SIM", 3);
    static final TimerEvent TIMER = new TimerEvent(1, TIME);

    /** An event of an app. */
    record Alarm(String kind) implements AppEvent {}

    static final List<Event> EVENTS = List.of(TICK, ORDER, TRADE, QUOTE, POSITION, ACCOUNT, CONTRACT, LOG, STATUS,
            RESYNC, CONFLATED, TIMER, new Alarm("alarm.Raised"));

    static final OrderRequest ORDER_REQUEST = new OrderRequest("SIM", RB, Direction.SHORT, OrderType.STOP, 1, 2,
            Offset.CLOSE, "reference", "key", Duration.ofSeconds(3), "owner");
    static final QuoteRequest QUOTE_REQUEST = new QuoteRequest("SIM", RB, 1, 2, 3, 4, Offset.OPEN, Offset.CLOSE,
            "reference", "key", Duration.ofSeconds(3), "owner");
    static final List<Request> REQUESTS = List.of(new SubscribeRequest("SIM", RB), new UnsubscribeRequest("SIM", RB),
            ORDER_REQUEST, QUOTE_REQUEST, new CancelRequest(Id.parse("SIM.a.1"), RB),
            new CancelQuoteRequest(Id.parse("SIM.q.1"), RB),
            new HistoryRequest("SIM", RB, TIME, LATER, Interval.DAILY));

    private Samples() {}
}

package io.trunkline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class EventTest {

    @Test
    void isOneOfTheseKinds() {
        assertThat(Event.class.getPermittedSubclasses()).containsExactlyInAnyOrder(Tick.class, Order.class, Trade.class,
                Quote.class, Position.class, Account.class, Contract.class, LogEntry.class, GatewayStatus.class,
                Resync.class, Conflated.class, TimerEvent.class, AppEvent.class);
    }

    @Test
    void onlyAppsCanAddKinds() {
        assertThat(Arrays.stream(Event.class.getPermittedSubclasses())
                .filter(kind -> !Modifier.isFinal(kind.getModifiers()))).containsExactly(AppEvent.class);
    }

    @Test
    void hasTheKeyOfItsKind() {
        assertThat(Samples.EVENTS).extracting(Event::key).containsExactly(Samples.RB, Id.parse("SIM.a.1"), Samples.RB,
                Samples.RB, Samples.RB, Id.parse("SIM.0.88"), Samples.RB, "SIM", "SIM", "SIM", "SIM", null,
                "alarm.Raised");
    }

    @Test
    void everyRecordThatTheBooksKeepIsAnEvent() {
        assertThat(StateRecord.class.getPermittedSubclasses()).allMatch(Event.class::isAssignableFrom);
    }
}

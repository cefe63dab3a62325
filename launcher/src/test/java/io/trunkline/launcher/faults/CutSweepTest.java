package io.trunkline.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Outcome;
import io.trunkline.faults.Direction;
import io.trunkline.faults.Ending;
import io.trunkline.launcher.faults.NetworkRig.Client;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row 18: the connection is cut after each number of bytes of a call that sends an order. */
@Timeout(120)
class CutSweepTest {

    private static final Duration HEARTBEAT = Duration.ofSeconds(10); // so that no beat's bytes come between
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int STEP = Boolean.getBoolean("faults.full") ? 1 : 9;
    private static final int LONGEST = 2_000; // bytes that a call and the events of its order may take

    @ParameterizedTest
    @CsvSource({"TO_SERVER, CLOSE", "TO_SERVER, RESET", "TO_CLIENT, CLOSE", "TO_CLIENT, RESET"})
    void anOrderIsThereOnceOrNotAtAllAndItsOutcomeSaysWhich(Direction direction, Ending ending) throws Exception {
        try (NetworkRig rig = new NetworkRig(HEARTBEAT, TIMEOUT)) {
            Client client = rig.client("swept");
            int unanswered = 0;
            int absent = 0;
            int bytes = 0;
            for (boolean isCut = true; isCut; bytes += STEP) {
                assertThat(bytes).as("bytes of a call").isLessThan(LONGEST);
                String key = direction + "-" + bytes;
                rig.settle();
                rig.proxy().cutAfter(direction, bytes, ending);
                Outcome outcome = client.send(key);
                rig.settle();
                isCut = !rig.proxy().disarm(direction);
                rig.awaitLive(client);

                List<Id> there = rig.exchange().orders(key);
                assertThat(there).as(key).hasSizeLessThanOrEqualTo(1);
                if (!outcome.isAccepted()) unanswered++;
                if (there.isEmpty()) absent++;
                assertTrue(client, key, outcome, there);
            }
            rig.exchange().publishRound();
            rig.assertNothingLost();
            assertThat(client.figure("resumes")).isGreaterThan(2);
            System.out.printf("fault 18: %s %s: cut at 0 to %d bytes, %d orders unanswered, %d not sent%n", direction,
                    ending, bytes - STEP, unanswered, absent);
            if (direction == Direction.TO_SERVER) assertThat(absent).as("orders that did not arrive").isPositive();
            else assertThat(unanswered).as("orders that arrived without an answer").isPositive();
        }
    }

    /** Asserts that what the client knows of an order, at once and later, is so. */
    private static void assertTrue(Client client, String key, Outcome first, List<Id> there) {
        if (first instanceof Outcome.Refused) assertThat(there).as("%s was %s", key, first).isEmpty();
        Outcome later = client.settled(key);
        if (there.isEmpty()) {
            assertThat(later.isAccepted()).as("%s is not there but %s", key, later).isFalse();
        } else {
            assertThat(later.acceptedId()).as("%s is there but %s", key, later)
                    .contains(there.get(0).under(NetworkRig.RPC));
        }
    }
}

package io.trunkline.rmi.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.rmi.wire.Messages;
import io.trunkline.rmi.wire.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What became of an order, asked for over a session. */
@Timeout(60)
class OutcomeTest {

    private static Outcome ask(TestClient client, String key) throws IOException {
        return Messages.decodeOutcome(client.session().outcome(Messages.encodeText(key)));
    }

    private static CompletableFuture<Outcome> send(TestClient client, String key) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                byte[] request = Messages.encode(Served.BUY.withClientKey(key));
                outcome.complete(Messages.decodeOutcome(client.session().sendOrder(request)));
            } catch (IOException | RuntimeException e) {
                outcome.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return outcome;
    }

    @Test
    void whatAnEarlierSessionStillSendsIsInDoubtAndNothingOfItComesLater() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch full = new CountDownLatch(16); // as many as one client may have carried out at a time
        try (Served served = Served.start(); TestClient first = served.client("me")) {
            served.gateway.onOrder = order -> {
                full.countDown();
                Waiting.await(release);
                return Outcome.accepted(Id.of("FAKE", order.clientKey()));
            };
            List<CompletableFuture<Outcome>> held = new ArrayList<>();
            for (int i = 0; i < 16; i++) held.add(send(first, "held" + i));
            Waiting.await(full);
            CompletableFuture<Outcome> waiting = send(first, "waiting");
            Waiting.until(OutcomeTest::isWaiting);

            try (TestClient again = TestClient.reopen(served.app.status(), first)) {
                assertThat(ask(again, "waiting")).isInstanceOfSatisfying(Outcome.InDoubt.class,
                        doubt -> assertThat(doubt.reason()).contains("earlier session"));
                assertThat(ask(again, "held3")).isInstanceOf(Outcome.InDoubt.class);

                release.countDown();

                assertThatThrownBy(waiting::get).isInstanceOf(ExecutionException.class);
                Waiting.until(() -> isNeverReceived(again, "waiting"));
                assertThat(ask(again, "held3")).isEqualTo(Outcome.accepted(Id.parse("FAKE.held3")));
                assertThat(served.gateway.asked).hasSize(16);
            } finally {
                release.countDown();
            }
        }
    }

    /** Whether the seventeenth order of the first session has come to the server. */
    private static boolean isWaiting() {
        return Thread.getAllStackTraces().values().stream().anyMatch(stack -> {
            String text = List.of(stack).toString();
            return text.contains("FairShare.run") && text.contains("Semaphore.tryAcquire");
        });
    }

    private static boolean isNeverReceived(TestClient client, String key) {
        try {
            return ask(client, key).equals(new Outcome.NeverReceived(key));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aClientThatComesAgainEndsItsEarlierSession() throws Exception {
        try (Served served = Served.start(); TestClient first = served.client("me");
                TestClient other = served.client("other");
                TestClient again = TestClient.reopen(served.app.status(), first)) {
            assertThat(again.refusedBy()).isEmpty();
            Waiting.await(first.ended);
            assertThatThrownBy(() -> first.session().sendOrder(Messages.encode(Served.BUY)))
                    .isInstanceOf(IOException.class);
            assertThat(served.sessions()).isEqualTo(2);
            assertThat(ask(other, "k")).isEqualTo(new Outcome.NeverReceived("k"));
        }
    }

    @Test
    void anOrderThatWasLongOnItsWayIsRefusedOrSentWithWhatIsLeftOfItsValidity() throws Exception {
        long tenSecondsAgo = System.nanoTime() - Duration.ofSeconds(10).toNanos();
        try (Served served = Served.start(); TestClient client = served.client("me")) {
            OrderRequest brief = Served.BUY.withValidity(Duration.ofSeconds(9));
            QuoteRequest quote = QuoteRequest.of("FAKE", Served.RB, 1, 1, 2, 1, Offset.OPEN, Offset.OPEN)
                    .withValidity(Duration.ofSeconds(9));
            Outcome late = Messages.decodeOutcome(client.session().sendOrder(Messages.encode(brief, tenSecondsAgo)));
            Outcome lateQuote =
                    Messages.decodeOutcome(client.session().sendQuote(Messages.encode(quote, tenSecondsAgo)));
            assertThat(late.whyRefused().orElseThrow().rule()).isEqualTo("too-late");
            assertThat(lateQuote.whyRefused().orElseThrow().rule()).isEqualTo("too-late");
            assertThat(served.gateway.asked).isEmpty();

            OrderRequest lasting = Served.BUY.withValidity(Duration.ofHours(1));
            client.session().sendOrder(Messages.encode(lasting, tenSecondsAgo));
            assertThat(((OrderRequest) served.gateway.asked.remove()).validity())
                    .isBetween(Duration.ofMinutes(50), Duration.ofHours(1).minusSeconds(9));
            client.session().sendOrder(Messages.encode(Served.BUY, tenSecondsAgo));
            assertThat(((OrderRequest) served.gateway.asked.remove()).validity()).isZero();
        }
    }
}

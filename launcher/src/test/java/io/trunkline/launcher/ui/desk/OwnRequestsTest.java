package io.trunkline.launcher.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Status;
import io.trunkline.launcher.Partial;
import io.trunkline.launcher.text.Samples;
import io.trunkline.launcher.ui.Texts;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OwnRequestsTest {

    private final Exchange exchange = new Exchange();
    private final DeskSession session = new DeskSession();
    private final OwnRequests own = new OwnRequests(
            Partial.of(MainEngine.class, exchange), Texts.of(Locale.ENGLISH), session);

    @AfterEach
    void close() {
        exchange.answer(new Outcome.InDoubt("", "the test is over"));
        session.close();
    }

    @Test
    void anOrderWhoseSendingHasNotReturnedIsCancelledOnceItIsInTheBooks() throws Exception {
        Order order = send();
        own.cancelAll();
        await(session.cancelLane());
        assertThat(exchange.cancelled).isEmpty();

        own.update(List.of(order));
        await(session.cancelLane());

        assertThat(exchange.cancelled).containsExactly(order.id());
    }

    @Test
    void anOrderThatWasAcceptedIsCancelledOnceItIsInTheBooks() throws Exception {
        Order order = send();
        exchange.answer(new Outcome.Accepted(order.id()));
        await(session.lane());
        own.cancelAll();

        own.update(List.of(order));
        await(session.cancelLane());

        assertThat(exchange.cancelled).containsExactly(order.id());
    }

    @Test
    void anOrderInDoubtIsCancelledOnceAndForAllWhenItIsInTheBooks() throws Exception {
        Order order = send();
        exchange.answer(new Outcome.InDoubt(order.clientKey(), "the connection broke"));
        await(session.lane());
        own.cancelAll();

        own.update(List.of(order));
        own.update(List.of(order));
        await(session.cancelLane());

        assertThat(exchange.cancelled).containsExactly(order.id());
    }

    @Test
    void whatIsActiveIsCancelledEvenIfASendingDoesNotReturn() throws Exception {
        Order first = send();
        exchange.answer(new Outcome.Accepted(first.id()));
        exchange.active.add(first);
        send();

        own.cancelAll();
        await(session.cancelLane());

        assertThat(exchange.cancelled).containsExactly(first.id());
    }

    @Test
    void anOrderWhoseTurnHasNotComeIsNotSentAfterAll() throws Exception {
        Order first = send();
        own.send(request());
        own.cancelAll();

        exchange.answer(new Outcome.Accepted(first.id()));
        await(session.lane());

        assertThat(exchange.sent).isEmpty();
    }

    @Test
    void anOrderThatIsSentLaterStays() throws Exception {
        Order dropped = send();
        own.cancelAll();
        exchange.answer(new Outcome.InDoubt(dropped.clientKey(), "the connection broke"));
        Order wanted = send();

        own.update(List.of(wanted));
        await(session.cancelLane());

        assertThat(exchange.cancelled).isEmpty();
    }

    @Test
    void whatEndedByItselfIsNotCancelled() throws Exception {
        Order order = send();
        own.cancelAll();

        own.update(List.of(order.toBuilder().traded(order.volume()).status(Status.ALLTRADED).build()));
        await(session.cancelLane());

        assertThat(exchange.cancelled).isEmpty();
    }

    @Test
    void nothingIsCancelledOnceTheWindowIsClosed() throws Exception {
        Order order = send();
        own.cancelAll();
        session.close();

        own.update(List.of(order));

        assertThat(exchange.cancelled).isEmpty();
    }

    /** An order of ours that is on its way. */
    private Order send() throws InterruptedException {
        own.send(request());
        OrderRequest sent = exchange.sent.poll(20, TimeUnit.SECONDS);
        assertThat(sent).isNotNull();
        return Order.of(sent, "SIM", sent.clientKey().substring(sent.clientKey().length() - 1));
    }

    private static OrderRequest request() {
        return OrderRequest.limit("SIM", Samples.APPLE, Direction.LONG, Offset.OPEN, 1, 6840);
    }

    private static void await(RequestLane lane) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        lane.ask(() -> {
            reached.countDown();
            return Note.plain("");
        });
        assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
    }

    /** An engine that answers an order when the test says so. */
    public static final class Exchange {

        private final BlockingQueue<OrderRequest> sent = new LinkedBlockingQueue<>();
        private final BlockingQueue<Outcome> answers = new LinkedBlockingQueue<>();
        private final List<Order> active = new CopyOnWriteArrayList<>();
        private final List<Id> cancelled = new CopyOnWriteArrayList<>();

        void answer(Outcome outcome) {
            answers.add(outcome);
        }

        public Outcome sendOrder(OrderRequest request) {
            sent.add(request);
            try {
                return answers.take();
            } catch (InterruptedException e) {
                return new Outcome.InDoubt(request.clientKey(), "interrupted");
            }
        }

        public List<Order> activeOrders() {
            return List.copyOf(active);
        }

        public Outcome cancelOrder(CancelRequest request) {
            cancelled.add(request.id());
            return Outcome.accepted(request.id());
        }
    }
}

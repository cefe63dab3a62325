package io.trunkline.launcher.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.Books;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.launcher.Partial;
import io.trunkline.launcher.text.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnOrdersTest {

    private final OwnOrders own = new OwnOrders();
    private final Order order = Order.of(own.mark(OrderRequest.limit(
            "SIM", Samples.APPLE, Direction.LONG, Offset.OPEN, 1, 6840)), "SIM", "1");

    @Test
    void anOrderThatWasAcceptedIsWaitedForUntilTheBooksHaveIt() {
        own.sent(new Outcome.Accepted(order.id()));

        assertThat(own.active(Partial.of(Books.class, new LateBooks(order)))).containsExactly(order);
    }

    /** Books that have an order only after they were asked for it three times. */
    public static final class LateBooks {

        private final Order order;
        private int asked;

        LateBooks(Order order) {
            this.order = order;
        }

        public Optional<Order> order(Id id) {
            return ++asked > 3 && id.equals(order.id()) ? Optional.of(order) : Optional.empty();
        }

        public List<Order> activeOrders() {
            return asked > 3 ? List.of(order) : List.of();
        }
    }
}

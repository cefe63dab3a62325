package io.trunkline.launcher.faults;

import io.trunkline.engine.Decision;
import io.trunkline.engine.Interceptor;
import io.trunkline.engine.Origin;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Request;
import java.util.concurrent.CountDownLatch;

/** Holds orders at an exchange until they are released. */
final class Held implements Interceptor {

    final CountDownLatch arrived = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);

    @Override
    public String name() {
        return "held";
    }

    @Override
    public Decision before(Request request, Origin origin) {
        if (request instanceof OrderRequest) {
            arrived.countDown();
            Wait.on(release);
        }
        return Decision.PASS;
    }
}

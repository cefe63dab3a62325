package io.trunkline.engine.paper;

import io.trunkline.engine.Decision;
import io.trunkline.engine.Interceptor;
import io.trunkline.engine.Origin;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.Request;

/** Refuses all clients' orders and quotes from when the app is there until it is started and knows whose are paper. */
final class NotStarted implements Interceptor {

    @Override
    public String name() {
        return PaperInterceptor.NAME;
    }

    @Override
    public Stage stage() {
        return Stage.EXECUTION;
    }

    @Override
    public Decision before(Request request, Origin origin) {
        boolean sends = request instanceof OrderRequest || request instanceof QuoteRequest;
        if (!sends || origin.isLocal()) return Decision.PASS;
        return new Decision.Refuse(Rules.notRunning("the app " + PaperProvider.TYPE
                + " is not started, so it is not known who trades on paper; start it, or run without it"));
    }
}

package io.trunkline.engine.core;

import io.trunkline.engine.RequestPort;
import io.trunkline.engine.Requests;
import io.trunkline.engine.model.CancelQuoteRequest;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.QuoteRequest;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;

/** Passes every request on to the port of the users in this process. */
abstract class RequestsFacade extends BooksFacade implements Requests {

    RequestsFacade(CoreBooks books) {
        super(books);
    }

    /** The port. */
    abstract RequestPort local();

    @Override
    public Outcome subscribe(SubscribeRequest request) {
        return local().subscribe(request);
    }

    @Override
    public Outcome unsubscribe(UnsubscribeRequest request) {
        return local().unsubscribe(request);
    }

    @Override
    public Outcome sendOrder(OrderRequest request) {
        return local().sendOrder(request);
    }

    @Override
    public Outcome cancelOrder(CancelRequest request) {
        return local().cancelOrder(request);
    }

    @Override
    public Outcome sendQuote(QuoteRequest request) {
        return local().sendQuote(request);
    }

    @Override
    public Outcome cancelQuote(CancelQuoteRequest request) {
        return local().cancelQuote(request);
    }

    @Override
    public History queryHistory(HistoryRequest request) {
        return local().queryHistory(request);
    }

    @Override
    public Outcome queryAccounts(String gateway) {
        return local().queryAccounts(gateway);
    }

    @Override
    public Outcome queryPositions(String gateway) {
        return local().queryPositions(gateway);
    }

    @Override
    public Outcome outcome(String clientKey) {
        return local().outcome(clientKey);
    }
}

package io.trunkline.rmi.service;

import io.trunkline.engine.RequestPort;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Reply;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import io.trunkline.rmi.access.RequestRates;
import io.trunkline.rmi.access.Rights;
import io.trunkline.rmi.wire.ActionRequest;
import io.trunkline.rmi.wire.Beat;
import io.trunkline.rmi.wire.BeatReply;
import io.trunkline.rmi.wire.Caller;
import io.trunkline.rmi.wire.Messages;
import io.trunkline.rmi.wire.RpcSession;
import io.trunkline.rmi.wire.Sent;
import io.trunkline.rmi.wire.WireException;
import java.rmi.NoSuchObjectException;
import java.rmi.RemoteException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out one client's requests, on the threads of its connections. Only so many at a time, so that no client takes
 * all of the machine; cancels and signs of life go past that limit.
 */
final class SessionServant implements RpcSession {

    private static final Logger LOG = LoggerFactory.getLogger(SessionServant.class);

    private final Session session;
    private final RequestPort requests;
    private final ServiceCore core;
    private final BooleanSupplier isEarlierSending;
    private final FairShare share = new FairShare();
    private final Answers answers;
    private final SessionAudit audit;
    private final RequestRates rates;
    private final Rights rights;

    /** The supplier tells whether something that the client sent in an earlier session may still be on its way. */
    SessionServant(Session session, ServiceCore core, Gate gate, BooleanSupplier isEarlierSending) {
        this.session = session;
        this.requests = session.requests();
        this.core = core;
        this.isEarlierSending = isEarlierSending;
        this.audit = new SessionAudit(gate.audit(), session);
        this.answers = new Answers(session.number(), audit);
        this.rates = gate.rates();
        this.rights = session.visitor().rights();
    }

    /** How many requests were refused. */
    long refused() {
        return answers.refused();
    }

    @Override
    public byte[] subscribe(byte[] request) throws RemoteException {
        return shared(() -> answers.answer(request, Messages::decodeSubscribe, this::subscribe));
    }

    private Reply subscribe(SubscribeRequest request) {
        Outcome outcome = requests.subscribe(request);
        outcome.acceptedId().ifPresent(id -> changeFilter(id, request.instrument(), true));
        return outcome;
    }

    @Override
    public byte[] unsubscribe(byte[] request) throws RemoteException {
        return shared(() -> answers.answer(request, Messages::decodeUnsubscribe, this::unsubscribe));
    }

    private Reply unsubscribe(UnsubscribeRequest request) {
        Outcome outcome = requests.unsubscribe(request);
        outcome.acceptedId().ifPresent(id -> changeFilter(id, request.instrument(), false));
        return outcome;
    }

    /** The accepted id of a subscription is the resolved path and the instrument. */
    private void changeFilter(Id resolved, InstrumentId instrument, boolean wanted) {
        String text = resolved.value();
        core.changeFilter(session, text.substring(0, text.length() - instrument.toString().length() - 1), instrument,
                wanted);
    }

    @Override
    public byte[] sendOrder(byte[] request) throws RemoteException {
        return sending(() -> answers.answer(request, Messages::decodeOrder, recorded("order",
                sent -> inTime(sent, sent.request().clientKey(), sent.request().validity(),
                        left -> requests.sendOrder(sent.request().withValidity(left))))));
    }

    /** Sends something, unless the session ends first. */
    private byte[] sending(Supplier<byte[]> work) throws RemoteException {
        if (!session.beginSending()) throw gone();
        try {
            return limited(work);
        } finally {
            session.endSending();
        }
    }

    /** Sends something on with what is left of its validity. */
    private Outcome inTime(Sent<?> sent, String clientKey, Duration validity, Function<Duration, Outcome> send) {
        if (validity.isZero()) return send.apply(validity);
        Duration age = session.age(sent.nanos());
        if (age.compareTo(validity) < 0) return send.apply(validity.minus(age));
        Outcome known = clientKey.isEmpty() ? new Outcome.NeverReceived("") : requests.outcome(clientKey);
        if (!(known instanceof Outcome.NeverReceived)) return known; // it was sent before
        return Outcome.refused("too-late", "it was valid for " + validity.toMillis() + " ms and took " + age.toMillis()
                + " ms to the server");
    }

    @Override
    public byte[] cancelOrder(byte[] request) throws RemoteException {
        check();
        return answers.answer(request, Messages::decodeCancel, recorded("cancel", requests::cancelOrder));
    }

    @Override
    public byte[] sendQuote(byte[] request) throws RemoteException {
        return sending(() -> answers.answer(request, Messages::decodeQuote, recorded("quote",
                sent -> inTime(sent, sent.request().clientKey(), sent.request().validity(),
                        left -> requests.sendQuote(sent.request().withValidity(left))))));
    }

    @Override
    public byte[] cancelQuote(byte[] request) throws RemoteException {
        check();
        return answers.answer(request, Messages::decodeCancelQuote, recorded("cancel of a quote",
                requests::cancelQuote));
    }

    @Override
    public byte[] queryHistory(byte[] request) throws RemoteException {
        return limited(() -> answers.answer(request, Messages::decodeHistory, requests::queryHistory));
    }

    @Override
    public byte[] queryAccounts(byte[] request) throws RemoteException {
        return limited(() -> answers.answer(request, Messages::decodeText,
                path -> ifVisible(path, () -> core.forEachGateway(path, rights.view(), requests::queryAccounts))));
    }

    @Override
    public byte[] queryPositions(byte[] request) throws RemoteException {
        return limited(() -> answers.answer(request, Messages::decodeText,
                path -> ifVisible(path, () -> core.forEachGateway(path, rights.view(), requests::queryPositions))));
    }

    private Outcome ifVisible(String path, Supplier<Outcome> query) {
        if (path.isEmpty() || rights.view().seesGateway(path)) return query.get();
        return Outcome.refused("not-visible", session.clientName() + " does not see " + path);
    }

    @Override
    public byte[] outcome(byte[] request) throws RemoteException {
        return shared(() -> {
            String key = "";
            try {
                key = Messages.decodeText(Answers.present(request));
                return Messages.encode(settled(key));
            } catch (WireException | RuntimeException e) {
                LOG.warn("session {}: an outcome cannot be looked up", session.number(), e);
                return answers.doubt(key, "the server could not look it up; its log says why");
            }
        }, (rule, message) -> answers.doubt("", message));
    }

    /** That something was never received holds for good only if it is not still on its way here. */
    private Outcome settled(String clientKey) {
        boolean isOnItsWay = isEarlierSending.getAsBoolean();
        Outcome outcome = requests.outcome(clientKey);
        if (outcome.acceptedId().isPresent() && !core.isVisible(outcome.acceptedId().get(), rights.view())) {
            return new Outcome.InDoubt(clientKey, "what was sent with this key is not " + session.clientName()
                    + "'s to see");
        }
        if (!isOnItsWay || !(outcome instanceof Outcome.NeverReceived)) return outcome;
        return new Outcome.InDoubt(clientKey, "orders of an earlier session are still being sent");
    }

    @Override
    public byte[] lookUp(byte[] request) throws RemoteException {
        return shared(() -> {
            try {
                return core.lookUp(Answers.present(request), rights);
            } catch (WireException | RuntimeException e) {
                LOG.debug("session {}: a look-up that cannot be read", session.number(), e);
                answers.countRefused();
                return new byte[0];
            }
        });
    }

    @Override
    public byte[] act(byte[] request) throws RemoteException {
        return shared(() -> {
            ActionRequest.Answer answer = core.actions().answer(request, session.visitor(), audit);
            if (answer.refusal() != null) answers.countRefused();
            return answer.encode();
        }, ServerActions::refuse);
    }

    @Override
    public byte[] beat(byte[] request) throws RemoteException {
        check();
        try {
            session.beat(Beat.decode(Answers.present(request)));
        } catch (WireException | RuntimeException e) {
            throw gone();
        }
        return new BeatReply(core.through(), System.nanoTime()).encode();
    }

    @Override
    public byte[] close(byte[] request) throws RemoteException {
        check();
        session.end("the client closed it");
        return new byte[0];
    }

    /**
     * Lets the client have its answer before a sleeping event thread is woken for what the gateway publishes of it. A
     * gateway that blocks holds up nobody: the event thread is then woken by any other event, and every second.
     */
    private <T> Answers.Action<T> answeredFirst(Answers.Action<T> action) {
        return request -> {
            Caller.afterAnswer(core.engine().events().batch()::close);
            return action.run(request);
        };
    }

    /** The same, seen by JDK Flight Recorder and written down. */
    private <T> Answers.Action<T> recorded(String kind, Answers.Action<T> action) {
        Answers.Action<T> carriedOut = answeredFirst(action);
        return request -> {
            RequestEvent event = new RequestEvent();
            event.begin();
            Reply reply = carriedOut.run(request);
            event.finish(session, kind, reply);
            audit.carriedOut(kind, request, reply);
            return reply;
        };
    }

    /** Refuses calls of a session that ended, and calls from elsewhere than where it was opened. */
    private void check() throws RemoteException {
        if (!session.isOpen() || !session.isOfCaller()) throw gone();
        session.calledOver(Caller.connection());
    }

    /** What a caller gets that has no session here: nothing that tells it about this side. */
    private static RemoteException gone() {
        RemoteException exception = new NoSuchObjectException("no such session");
        exception.setStackTrace(new StackTraceElement[0]);
        return exception;
    }

    /** Makes the answer to a request that is refused. */
    private interface Refusing {
        byte[] refuse(String rule, String message);
    }

    private byte[] shared(Supplier<byte[]> work) throws RemoteException {
        return shared(work, answers::refuse);
    }

    /** What a client may ask for so many times a second, for it is work for an exchange. */
    private byte[] limited(Supplier<byte[]> work) throws RemoteException {
        check();
        if (rates.admit(session.clientName(), rights.perSecond())) return shared(work);
        return answers.refuse("rate", session.clientName() + " may make " + rights.perSecond()
                + " orders, quotes and queries a second, and made more");
    }

    private byte[] shared(Supplier<byte[]> work, Refusing refusing) throws RemoteException {
        check();
        try {
            return share.run(work, () -> refusing.refuse("too-many-requests", FairShare.EXCEEDED));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw gone();
        }
    }
}

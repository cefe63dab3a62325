package io.trunkline.rmi.service;

import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Reply;
import io.trunkline.rmi.wire.Messages;
import io.trunkline.rmi.wire.WireException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the bytes of one client's requests into those of their answers, and counts those that were refused. What cannot
 * be read or fails is an answer too, never an exception. Safe from any thread.
 */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    /** Reads a request; what it throws is the client's fault. */
    interface Decoder<T> {
        T decode(byte[] bytes) throws WireException;
    }

    /** Carries out a request that was read. */
    interface Action<T> {
        Reply run(T request);
    }

    private final int session;
    private final SessionAudit audit;
    private final AtomicLong refused = new AtomicLong();

    /** The answers of a session with a number; refusals are written down. */
    Answers(int session, SessionAudit audit) {
        this.session = session;
        this.audit = audit;
    }

    /** How many requests were refused. */
    long refused() {
        return refused.get();
    }

    /** Reads a request, has it carried out and writes what came of it. */
    <T> byte[] answer(byte[] bytes, Decoder<T> decoder, Action<T> action) {
        T request;
        try {
            request = decoder.decode(present(bytes));
        } catch (WireException | RuntimeException e) {
            return refuse("bad-request", "the request cannot be read: " + e.getMessage());
        }
        try {
            Reply reply = action.run(request);
            if (SessionAudit.isRefused(reply)) {
                countRefused();
                audit.refused(request, reply);
            }
            return Messages.encode(reply);
        } catch (RuntimeException e) {
            LOG.warn("session {}: a request failed", session, e);
            return refuse("server-error", "the server could not carry this out; its log says why");
        }
    }

    /** The answer to a request that is refused. */
    byte[] refuse(String rule, String message) {
        countRefused();
        Outcome refusal = Outcome.refused(rule, message);
        audit.refused(null, refusal);
        return Messages.encode(refusal);
    }

    /** A question about something sent is refused, which must not be taken for a refusal of what it asks about. */
    byte[] doubt(String clientKey, String reason) {
        countRefused();
        return Messages.encode(new Outcome.InDoubt(clientKey, reason));
    }

    /** One was refused whose answer is made elsewhere. */
    void countRefused() {
        refused.incrementAndGet();
    }

    /** The bytes of a request, if there are any. */
    static byte[] present(byte[] bytes) {
        return Objects.requireNonNull(bytes, "nothing was sent");
    }
}

package io.trunkline.rmi.wire;

import io.trunkline.engine.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/**
 * A connection that speaks TLS over a channel, once the {@linkplain #handshake handshake} is done. {@link #close}
 * closes the channel, so it never waits and ends whatever does; it tells the other side nothing, for our protocol says
 * itself what is complete.
 *
 * <p>The handshake, reading and writing are for one thread at a time each; the rest is safe from any.
 */
final class TlsSocket extends SocketView {

    private static final byte[] NO_PLAIN_TEXT = {21, 3, 3, 0, 2, 2, 10}; // a fatal alert: unexpected message
    private static final long LAST_WORD_MILLIS = 200;
    private static final int LAST_WORD_BYTES = 1 << 16;

    private final ChannelSocket channel;
    private final ChannelOutput below;
    private final SSLEngine engine;
    private final TlsInput input;
    private final TlsOutput output;
    private volatile X509Certificate peer; // null before the handshake

    /** A connection over a channel; the engine is configured, and belongs to it from then on. */
    TlsSocket(ChannelSocket channel, SSLEngine engine) throws IOException {
        super(channel);
        this.channel = channel;
        this.engine = engine;
        below = (ChannelOutput) channel.getOutputStream();
        input = new TlsInput(engine, channel);
        output = new TlsOutput(engine, below, input::answered, channel::close);
    }

    /**
     * Agrees on TLS with the other side, within a time in all.
     *
     * @throws TlsException if that does not come about; the connection is of no use then, and is to be closed
     */
    void handshake(long millis) throws TlsException {
        input.allow(Math.max(1, millis));
        try {
            agree();
            X509Certificate shown = (X509Certificate) engine.getSession().getPeerCertificates()[0];
            if (!TlsTrust.isValid(shown)) throw refused(TlsFault.EXPIRED, CertificateNames.subjectOf(shown), null);
            peer = shown;
            input.open();
        } catch (TlsException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            TlsException refusal = explain(e);
            sayLastWord();
            throw refusal;
        } finally {
            input.allow(0);
        }
    }

    private void agree() throws IOException {
        engine.beginHandshake();
        while (true) {
            switch (engine.getHandshakeStatus()) {
                case NEED_WRAP -> output.sendHandshake();
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> input.readHandshake();
                case NEED_TASK -> runTasks(engine);
                case FINISHED, NOT_HANDSHAKING -> {
                    return;
                }
            }
        }
    }

    /** Does what the engine would have done elsewhere. */
    static void runTasks(SSLEngine engine) {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) task.run();
    }

    private TlsException explain(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TlsTrust.Refused refused) {
                return new TlsException(refused.fault(), refused.getMessage(), e);
            }
        }
        if (input.isPlain()) return refused(TlsFault.PLAIN, "", e);
        if (input.isLate()) return refused(TlsFault.SLOW, "", e);
        TlsFault fault = TlsFault.of(e.getMessage());
        if (fault == TlsFault.BROKEN && !(e instanceof SSLException)) fault = TlsFault.ENDED;
        return refused(fault, fault == TlsFault.BROKEN || fault == TlsFault.DISTRUSTS
                ? PlainText.of(String.valueOf(e.getMessage()))
                : fault == TlsFault.ENDED && !input.hasHeard() ? "it said nothing" : "", e);
    }

    private static TlsException refused(TlsFault fault, String detail, Exception cause) {
        return new TlsException(fault, fault.text() + (detail.isEmpty() ? "" : ": " + detail), cause);
    }

    /** Tells the other side why, and lets it read that: closing with something unread would take it away. */
    private void sayLastWord() {
        input.allow(LAST_WORD_MILLIS);
        try {
            if (input.isPlain()) below.write(NO_PLAIN_TEXT);
            else while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) output.sendHandshake();
            if (engine.getUseClientMode()) return; // it is the one that waits for an answer, and reads all there is
            channel.channel().shutdownOutput();
            byte[] unread = new byte[1 << 10];
            for (int left = LAST_WORD_BYTES; left > 0; ) {
                int count = input.discard(unread);
                if (count < 0) return;
                left -= count;
            }
        } catch (IOException e) {
            return; // it has ended, or does not end
        }
    }

    /** The certificate of the other side; null before the handshake. */
    X509Certificate peer() {
        return peer;
    }

    @Override
    public InputStream getInputStream() {
        return input;
    }

    @Override
    public OutputStream getOutputStream() {
        return output;
    }

    /** Holds from the next read on. */
    @Override
    public void setSoTimeout(int millis) {
        input.setTimeout(millis);
    }

    @Override
    public int getSoTimeout() {
        return input.timeout();
    }

    @Override
    public void close() {
        channel.close();
    }

    @Override
    public String toString() {
        return channel + " with TLS";
    }
}

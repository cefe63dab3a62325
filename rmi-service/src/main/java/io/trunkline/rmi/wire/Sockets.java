package io.trunkline.rmi.wire;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closing sockets whose fate no longer matters, and what became of others in words. */
final class Sockets {

    private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);

    private Sockets() {}

    /** A close that may fail. */
    @FunctionalInterface
    interface Closing {
        void close() throws IOException;
    }

    static void closeQuietly(Closing closing) {
        try {
            closing.close();
        } catch (IOException e) {
            LOG.debug("closing a socket failed", e);
        }
    }

    static String describe(IOException e) {
        return e.getMessage() == null ? "the connection ended" : e.getMessage();
    }
}

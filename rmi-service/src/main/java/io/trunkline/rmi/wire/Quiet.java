package io.trunkline.rmi.wire;

import java.io.IOException;

/** What comes in over a connection, and can tell whether anything has. */
interface Quiet {

    /** Whether the connection stands and nothing has come in that was not read, as far as is known without waiting. */
    boolean isQuiet() throws IOException;
}

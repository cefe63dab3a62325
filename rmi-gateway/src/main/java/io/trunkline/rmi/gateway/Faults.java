package io.trunkline.rmi.gateway;

import java.io.IOException;

/** What went wrong with a connection, in words for a person. */
final class Faults {

    private static final String CAUSE = "; nested exception is:"; // what a RemoteException's message goes on with

    private Faults() {}

    static String text(IOException fault) {
        String message = fault.getMessage();
        if (message == null) return "the connection ended";
        int cause = message.indexOf(CAUSE);
        return cause < 0 ? message : message.substring(0, cause);
    }
}

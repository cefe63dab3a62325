package io.trunkline.rmi.wire;

import java.rmi.Remote;
import java.rmi.RemoteException;

/** What stands in a service's registry: the one thing that can be called without a session. */
public interface RpcService extends Remote {

    /**
     * Opens a session for the caller, at whose callback events then arrive.
     *
     * @param request an {@link OpenRequest}
     * @return an {@link OpenReply}
     */
    byte[] open(byte[] request) throws RemoteException;
}

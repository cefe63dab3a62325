package io.trunkline.rmi.wire;

import java.rmi.Remote;
import java.rmi.RemoteException;

/** What a client registers with a service to be called back at. */
public interface RpcCallback extends Remote {

    /**
     * Delivers events. The call lasts as long as the session: its argument goes on being written and read.
     */
    void onEvents(EventStream events) throws RemoteException;

    /**
     * Says that the session ended while no stream was open.
     *
     * @param reason a text in the protocol's form
     */
    void onClosed(byte[] reason) throws RemoteException;
}

package io.trunkline.rmi.wire;

import java.rmi.Remote;
import java.rmi.RemoteException;

/**
 * One client's session at a service. Requests and replies are those of {@link Messages}; a refusal is a reply, never an
 * exception. An exception means that the session is gone or the connection broke.
 */
public interface RpcSession extends Remote {

    /** Asks for an instrument's ticks. */
    byte[] subscribe(byte[] request) throws RemoteException;

    /** Ends asking for an instrument's ticks. */
    byte[] unsubscribe(byte[] request) throws RemoteException;

    /** Sends an order. */
    byte[] sendOrder(byte[] request) throws RemoteException;

    /** Asks to cancel an order. Never waits for other requests. */
    byte[] cancelOrder(byte[] request) throws RemoteException;

    /** Sends a two-sided quote. */
    byte[] sendQuote(byte[] request) throws RemoteException;

    /** Asks to cancel a quote. Never waits for other requests. */
    byte[] cancelQuote(byte[] request) throws RemoteException;

    /** Asks for recorded bars. */
    byte[] queryHistory(byte[] request) throws RemoteException;

    /** Asks for accounts to be published anew. */
    byte[] queryAccounts(byte[] request) throws RemoteException;

    /** Asks for positions to be published anew. */
    byte[] queryPositions(byte[] request) throws RemoteException;

    /** Asks what became of an order or quote. */
    byte[] outcome(byte[] request) throws RemoteException;

    /** Looks records up in the server's books. */
    byte[] lookUp(byte[] request) throws RemoteException;

    /** Asks for an {@linkplain ActionRequest action} of a gateway or app of the server. */
    byte[] act(byte[] request) throws RemoteException;

    /** Says that the client lives and how far it has read the stream. */
    byte[] beat(byte[] request) throws RemoteException;

    /** Ends the session. */
    byte[] close(byte[] request) throws RemoteException;
}

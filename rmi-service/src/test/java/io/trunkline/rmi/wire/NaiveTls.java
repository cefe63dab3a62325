package io.trunkline.rmi.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.server.UnicastRemoteObject;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** TLS as somebody writes it who wants it to work: it believes everybody and speaks every version. */
public final class NaiveTls {

    private static final class Believing extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private final SSLContext context;

    /** With the identity in a file; without one if there is no file. */
    public NaiveTls(Path identity) throws IOException, GeneralSecurityException {
        context = SSLContext.getInstance("TLS");
        char[] password = Tls.DEFAULT_PASSWORD.toCharArray();
        KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
        KeyStore store = KeyStore.getInstance("PKCS12");
        if (identity == null) {
            store.load(null, null);
        } else {
            try (InputStream in = Files.newInputStream(identity)) {
                store.load(in, password);
            }
        }
        keys.init(store, password);
        context.init(keys.getKeyManagers(), new TrustManager[] {new Believing()}, null);
    }

    /** A connection to a port of this machine with TLS of a version; the handshake happens with the first use. */
    Socket connect(int port, String version) throws IOException {
        return connect(port, version, InetAddress.getLoopbackAddress());
    }

    /** The same, from one address of this machine. */
    public Socket connect(int port, String version, InetAddress from) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port,
                from, 0);
        socket.setEnabledProtocols(new String[] {version});
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** Something exported on a port of its own, for everybody. */
    public final class Server implements AutoCloseable {
        private final Remote object;
        private ServerSocket listening;
        private final byte[] id;

        Server(Remote object) throws RemoteException {
            this.object = object;
            id = ObjectIds.of(UnicastRemoteObject.exportObject(object, 0, null, port -> listening = listen()));
        }

        private ServerSocket listen() throws IOException {
            SSLServerSocket server = (SSLServerSocket) context.getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            server.setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.3"});
            server.setWantClientAuth(true);
            return server;
        }

        /** The object's id. */
        public byte[] id() {
            return id;
        }

        /** The port's number. */
        public int number() {
            return listening.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            UnicastRemoteObject.unexportObject(object, true);
            listening.close();
        }
    }

    /** Exports something. */
    public Server serve(Remote object) throws RemoteException {
        return new Server(object);
    }
}

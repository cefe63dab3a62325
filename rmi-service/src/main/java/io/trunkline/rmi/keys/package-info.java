/**
 * The command {@code keys}: a private authority, the server's identity, and an identity or a token for each client.
 * All it makes are files in the folder {@code keys} of a home.
 *
 * <p>Certificates are written by {@code Certificates} in some lines of DER and signed by the JDK's own
 * {@code Signature}. The alternative, the JDK's {@code keytool} as a child process, needs three starts of a JVM for
 * each identity and the authority's private key in the same file as the new one for a while.
 *
 * <p><b>Threads.</b> A command runs on the thread that calls it. Commands of several threads and processes that change
 * the same home take turns by means of a lock file.
 *
 * <p>Start reading at {@code KeysCommand}.
 */
package io.trunkline.rmi.keys;

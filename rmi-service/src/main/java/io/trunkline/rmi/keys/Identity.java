package io.trunkline.rmi.keys;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Who a server or client is.
 *
 * @param key its private key
 * @param certificate its own certificate
 * @param authority the certificate of the authority that signed it
 * @param token what else it proves itself with, if anything
 */
record Identity(PrivateKey key, X509Certificate certificate, X509Certificate authority, Optional<Token> token) {}
